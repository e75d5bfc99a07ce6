/** What an entry may say besides: why the customer is late, what follows, when it was, why then. */
import { useQuery } from "@tanstack/react-query";
import { Form, Input, Select } from "antd";
import { addDays, type PlainDate } from "../../src/domain/values/calendar.ts";
import { contactReachQuery } from "../queries/contacts.ts";
import { useCreditor } from "../queries/session.ts";
import { DayField } from "../ui/day-field.tsx";
import { useWords } from "../words.tsx";
import { FollowUpField } from "./follow-up-field.tsx";
import { optionsOf } from "./options.ts";

/** The reason for being late, whose doing it is, and a remark. */
export function LateReason() {
  const { acts, terms, contactDesk } = useWords();
  const reason = Form.useWatch("overdueReason");
  const kinds = contactDesk.reasonKinds;
  return (
    <>
      <div className="act-pair">
        <Form.Item name="overdueReason" label={acts.overdueReason}>
          <Select allowClear options={optionsOf(terms.overdueReasons)} />
        </Form.Item>
        {reason !== undefined && (
          <Form.Item name="reasonWilful" label={contactDesk.reasonKind}>
            <Select
              allowClear
              options={[
                { value: false, label: kinds.objective },
                { value: true, label: kinds.wilful },
              ]}
            />
          </Form.Item>
        )}
      </div>
      {reason !== undefined && (
        <Form.Item name="reasonNote" label={contactDesk.reasonNote}>
          <Input />
        </Form.Item>
      )}
    </>
  );
}

/** What happens next, on which day, and at which hour somebody is called back. */
export function NextStep() {
  const { acts, contactDesk } = useWords();
  const next = Form.useWatch("nextStep");
  const hourly = next === "call" || next === "meeting" || next === "visit";
  return (
    <>
      <Form.Item name="followUpOn" label={acts.followUpOn} tooltip={acts.followUpHint}>
        <FollowUpField />
      </Form.Item>
      <div className="act-pair">
        <Form.Item name="nextStep" label={contactDesk.nextStep}>
          <Select allowClear options={optionsOf(contactDesk.nextSteps)} />
        </Form.Item>
        {hourly && (
          <Form.Item
            name="followUpAt"
            label={contactDesk.followUpAt}
            tooltip={contactDesk.followUpAtHint}
          >
            <Input type="time" />
          </Form.Item>
        )}
      </div>
    </>
  );
}

const LATEST_WRITTEN_DAYS = 31;

/** Which way it went, and when it was: mostly just now. */
export function WhenAndWho() {
  const { contactDesk } = useWords();
  const today = useCreditor().businessDay as PlainDate;
  const before = Form.useWatch("happened") === "before";
  const when = { now: contactDesk.happenedNow, before: contactDesk.happenedBefore };
  return (
    <>
      <div className="act-pair">
        <Form.Item name="direction" label={contactDesk.direction}>
          <Select options={optionsOf(contactDesk.directions)} />
        </Form.Item>
        <Form.Item name="happened" label={contactDesk.happened}>
          <Select options={optionsOf(when)} />
        </Form.Item>
      </div>
      {before && (
        <div className="act-pair">
          <Form.Item
            name="happenedDay"
            label={contactDesk.happenedDay}
            rules={[{ required: true }]}
          >
            <DayField min={addDays(today, -LATEST_WRITTEN_DAYS)} max={today} />
          </Form.Item>
          <Form.Item
            name="happenedTime"
            label={contactDesk.happenedTime}
            rules={[{ required: true }]}
          >
            <Input type="time" />
          </Form.Item>
        </div>
      )}
    </>
  );
}

/** Shown where the server says that this hour, or one call more, is beyond the rules. */
export function BeyondRules({ customer }: { readonly customer: string }) {
  const words = useWords();
  const { contactDesk } = words;
  const { data } = useQuery(contactReachQuery(useCreditor().code, customer));
  const form = Form.useFormInstance();
  const given = Form.useWatch([], form) as
    | { direction?: string; channel?: string; contact?: string; happened?: string }
    | undefined;
  const disturbing = ["call", "message", "visit"].includes(given?.channel ?? "");
  if (data === undefined || !disturbing || given?.direction === "in") return null;
  const call = data.contacts.find(({ id }) => id === given?.contact)?.call ?? true;
  const often = given?.channel === "call" && call !== true && call.code === "contact_too_often";
  const hour = given?.happened === "before" ? true : data.hour;
  const why = often ? call : hour;
  if (why === true && given?.happened !== "before") return null;
  return (
    <Form.Item
      name="outsideReason"
      label={contactDesk.outsideReason}
      extra={contactDesk.outsideHint}
    >
      <Input />
    </Form.Item>
  );
}
