/** A complaint is taken as it was said and answered by somebody else, in time. */
import { describe, expect, test } from "vitest";
import { chinaCalendar as calendar } from "../countries/china.ts";
import { plainDate } from "../values/calendar.ts";
import type { UserId } from "../values/ids.ts";
import {
  answerComplaintBy,
  type ComplaintOffer,
  judgeComplaint,
  judgeComplaintAnswer,
} from "./complaint.ts";

const today = plainDate("2026-03-12");
const [wang, li] = ["wang", "li"] as unknown as [UserId, UserId];

const offer = (different: Partial<ComplaintOffer> = {}): ComplaintOffer => ({
  ...{ kind: "tone", channel: "call", said: "催收人员出言不逊", contact: null },
  ...{ complainant: null, about: wang, aboutName: null, contactLog: null },
  ...{ receivedOn: plainDate("2026-03-11"), owner: li },
  ...different,
});

describe("logging", () => {
  test("what was said is needed; a day to come and the person it is about as owner are not", () => {
    expect(judgeComplaint(offer({ complainant: " 赵总 ", aboutName: " " }), today)).toMatchObject({
      value: { complainant: "赵总", aboutName: null, said: "催收人员出言不逊" },
    });
    expect(judgeComplaint(offer({ receivedOn: today }), today)).toMatchObject({ ok: true });
    const refused = [
      offer({ said: "  " }),
      offer({ receivedOn: plainDate("2026-03-13") }),
      offer({ owner: wang }),
    ].map((one) => {
      const judged = judgeComplaint(one, today);
      return judged.ok ? "taken" : judged.refusal.code;
    });
    expect(refused).toEqual(["complaint_is_empty", "complaint_in_future", "complaint_about_owner"]);
  });

  test("five working days, counted over a make-up Saturday and the holiday", () => {
    const by = (received: string) => answerComplaintBy(plainDate(received), 5, calendar);
    expect(by("2026-03-11")).toBe("2026-03-18");
    expect(by("2026-02-11")).toBe("2026-02-25");
  });
});

describe("answering", () => {
  const standing = { state: "open", about: wang, aboutName: null } as const;
  const by = (user: UserId | null, name = "李主管") => ({ user, name });
  const founded = { outcome: "founded", answer: "已致歉", measures: "换人跟进" } as const;

  test("whoever it is about can't, by account or by name", () => {
    const self = judgeComplaintAnswer(standing, founded, by(wang));
    expect(self).toMatchObject({ refusal: { code: "complaint_about_yourself" } });
    const named = { ...standing, about: null, aboutName: "王催收" };
    const byName = judgeComplaintAnswer(named, founded, by(null, "王催收"));
    expect(byName).toMatchObject({ refusal: { code: "complaint_about_yourself" } });
    expect(judgeComplaintAnswer(named, founded, by(li))).toMatchObject({ value: founded });
  });

  test("with an answer, and with measures where it was founded; a withdrawn one needs neither", () => {
    const answer = (given: Parameters<typeof judgeComplaintAnswer>[1]) => {
      const judged = judgeComplaintAnswer(standing, given, by(li));
      return judged.ok ? "closed" : judged.refusal.code;
    };
    expect(answer({ outcome: "unfounded", answer: " ", measures: null })).toBe(
      "complaint_answer_missing",
    );
    expect(answer({ ...founded, measures: "" })).toBe("complaint_measures_missing");
    expect(answer({ outcome: "withdrawn", answer: null, measures: null })).toBe("closed");
    const closed = { ...standing, state: "closed" } as const;
    expect(judgeComplaintAnswer(closed, founded, by(li))).toMatchObject({
      refusal: { code: "complaint_is_closed" },
    });
  });
});
