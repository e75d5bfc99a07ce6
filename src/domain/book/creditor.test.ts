/** A creditor's details, and when test mode may be left. */
import { describe, expect, test } from "vitest";
import { judgeCreditor } from "./creditor.ts";

const whole = {
  name: "云杉精密机械（苏州）有限公司",
  nameEn: null,
  uscc: "91350100M000100Y43",
  address: "苏州市",
  phone: "0512-0000",
  email: "ar@yunshan.example",
  bankName: "示例银行",
  bankAccount: "0000",
  testMode: false,
};

describe("a creditor's details", () => {
  test("are kept without blanks around them; blanks alone are nothing", () => {
    const judged = judgeCreditor({ ...whole, name: " 云杉 ", nameEn: " " });
    expect(judged).toMatchObject({ value: { name: "云杉", nameEn: null } });
  });

  test("need a name", () => {
    expect(judgeCreditor({ ...whole, name: " " })).toMatchObject({
      refusal: { code: "creditor_has_no_name" },
    });
  });

  test("take a 统一社会信用代码 of the right form only, or none", () => {
    expect(judgeCreditor({ ...whole, uscc: "12345" })).toMatchObject({
      refusal: { code: "uscc_malformed" },
    });
    expect(judgeCreditor({ ...whole, uscc: null }).ok).toBe(true);
  });
});

describe("test mode", () => {
  test("is left only with a complete letterhead; what is missing is named", () => {
    expect(judgeCreditor({ ...whole, bankAccount: null, phone: "" })).toEqual({
      ok: false,
      refusal: { code: "letterhead_incomplete", missing: ["phone", "bankAccount"] },
    });
  });

  test("asks for nothing while it is on", () => {
    const bare = { ...whole, address: null, bankAccount: null, testMode: true };
    expect(judgeCreditor(bare).ok).toBe(true);
  });
});
