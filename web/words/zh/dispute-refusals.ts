/** Chinese sentences for what is refused about disputes and complaints. */
import { amount, fact, type Sentences } from "../facts.ts";

export const disputeRefusals = {
  dispute_not_found: () => "没有这个争议",
  dispute_is_closed: () => "这个争议已结束",
  dispute_is_not_closed: () => "这个争议还在处理，不用重新打开",
  dispute_is_empty: () => "争议金额必须大于零",
  dispute_in_other_currency: (facts) => `币种不符，请按 ${fact(facts, "currency")} 填写`,
  dispute_exceeds_open: (facts) => `争议金额超过未清的 ${amount(facts, "free")}`,
  dispute_split_takes_all: (facts) =>
    `分出的金额要小于争议中的 ${amount(facts, "disputed")}；整笔换部门请用“转办”`,
  dispute_reopened_too_late: (facts) =>
    `最晚 ${fact(facts, "latest")} 可以重新打开，请另行登记争议`,
  dispute_has_no_rest: () => "该争议没有仍在催收的余额，请另行登记争议",
  assignee_not_found: () => "此人在本公司没有答复权限，请另选一位",
  credit_is_empty: () => "红字金额必须大于零",
  credit_exceeds_disputed: (facts) => `红字金额超过争议中的 ${amount(facts, "disputed")}`,
  credit_memo_not_found: () => "没有这张红字单据，或者不是该客户的",
  credit_memo_used_up: () => "这张红字单据没有余额，也没有冲减过这张单据",
  credit_number_taken: (facts) => `红字单据号 ${fact(facts, "number")} 已被使用`,
  complaint_not_found: () => "没有这个投诉",
  complaint_is_empty: () => "请写明投诉内容",
  complaint_in_future: (facts) => `收到日不能晚于今天（${fact(facts, "today")}）`,
  complaint_is_closed: () => "这个投诉已结案",
  complaint_about_owner: () => "被投诉人不能处理自己的投诉，请另选一位",
  complaint_about_yourself: () => "投诉的是您本人，须由其他人答复",
  complaint_answer_missing: () => "请写明答复内容",
  complaint_measures_missing: () => "投诉属实的，请写明采取的措施",
} satisfies Sentences;
