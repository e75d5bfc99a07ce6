/** The sentences about rows of an imported file: why one is refused, and what is worth knowing. */
import type { NoteFact, RowRefusal } from "../domain/book/import-problem.ts";
import type { KnownField } from "../domain/book/import-row.ts";

export type Words = { readonly zh: string; readonly en: string };

type Tell<Union extends { readonly code: string }> = {
  readonly [Code in Union["code"]]: (
    facts: Extract<Union, { readonly code: Code }>,
    fields: readonly KnownField[],
  ) => Words;
};

/** A field by its name in both languages; unknown ones by their code. */
export const fieldName = (fields: readonly KnownField[], field: string): Words =>
  fields.find((one) => one.field === field)?.name ?? { zh: field, en: field };

const PROBLEMS: Tell<RowRefusal> = {
  value_missing: ({ field }, fields) => ({
    zh: `缺少${fieldName(fields, field).zh}`,
    en: `the ${fieldName(fields, field).en} is missing`,
  }),
  amount_not_a_number: ({ text }) => ({
    zh: `“${text}”不是金额`,
    en: `"${text}" is not an amount`,
  }),
  amount_in_other_currency: ({ text, currency }) => ({
    zh: `“${text}”的货币符号与币种 ${currency} 不符`,
    en: `the sign in "${text}" is not one of ${currency}`,
  }),
  amount_too_precise: ({ text, decimals }) => ({
    zh: `“${text}”的小数位过多，该币种只有 ${decimals} 位小数`,
    en: `"${text}" has more than the currency's ${decimals} decimals`,
  }),
  amount_too_large: ({ text }) => ({ zh: `“${text}”金额过大`, en: `"${text}" is too large` }),
  amount_is_zero: () => ({ zh: "金额为零", en: "the amount is zero" }),
  amount_not_positive: ({ text }) => ({
    zh: `收款金额须大于零，这里是 ${text}`,
    en: `a receipt is more than zero, this is ${text}`,
  }),
  currency_unknown: ({ text }) => ({
    zh: `不认识币种“${text}”，请写 CNY、USD 这样的代码或中文名称`,
    en: `"${text}" is no currency we book; write a code such as CNY or USD`,
  }),
  day_does_not_exist: ({ text }) => ({
    zh: `没有“${text}”这一天`,
    en: `there is no day ${text}`,
  }),
  day_unreadable: ({ text }) => ({
    zh: `“${text}”不是日期，应形如 2026-03-31`,
    en: `"${text}" is not a day; write it like 2026-03-31`,
  }),
  day_ambiguous: ({ text }) => ({
    zh: `“${text}”分不清哪个是月、哪个是日；请在映射文件里写明 "dateOrder": "mdy" 或 "dmy"`,
    en: `"${text}" may be read in two ways; set "dateOrder" to "mdy" or "dmy" in the map`,
  }),
  days_unreadable: ({ text }) => ({
    zh: `“${text}”不是天数，应形如 30`,
    en: `"${text}" is not a number of days such as 30`,
  }),
  number_mangled: ({ text }) => ({
    zh: `号码已被 Excel 改成科学计数“${text}”，末尾几位已丢失；请把该列设为文本后重新导出`,
    en: `Excel has turned the number into "${text}" and lost its last digits; export the column as text`,
  }),
  value_unknown: ({ text, allowed }) => ({
    zh: `不认识“${text}”，可用：${allowed}`,
    en: `"${text}" is not known here; use ${allowed}`,
  }),
  rate_unreadable: ({ text }) => ({
    zh: `“${text}”不是带期间的利率，应形如 0.05%/日 或 14.6%/年`,
    en: `"${text}" is not a rate with its period, such as 0.05%/day or 14.6%/year`,
  }),
  formula_failed: ({ text }) => ({
    zh: `公式没有结果（${text}）；请在 Excel 中打开、修正并保存后再导入`,
    en: `the formula has no result (${text}); open the file in Excel, mend it and save it`,
  }),
  value_too_long: ({ limit }) => ({
    zh: `内容超过 ${limit} 个字符`,
    en: `the text has more than ${limit} characters`,
  }),
  number_repeated: ({ number, otherLine }) => ({
    zh: `号码“${number}”与第 ${otherLine} 行重复，而内容不同`,
    en: `number "${number}" stands on line ${otherLine} too, with other contents`,
  }),
  paid_exceeds_amount: ({ amount, paid }) => ({
    zh: `已收 ${paid} 超过金额 ${amount}；多收部分请作为收款单导入`,
    en: `${paid} paid is more than the amount of ${amount}; import the surplus as a receipt`,
  }),
  paid_has_other_sign: ({ amount, paid }) => ({
    zh: `已收 ${paid} 与金额 ${amount} 正负相反`,
    en: `${paid} paid and the amount of ${amount} have opposite signs`,
  }),
  paid_and_open_disagree: ({ paid, open }) => ({
    zh: `已收 ${paid} 与未收 ${open} 相加不等于金额`,
    en: `${paid} paid and ${open} open do not make up the amount`,
  }),
  settled_but_unpaid: ({ day }) => ({
    zh: `填了结清日期 ${day}，已收金额却是零`,
    en: `settled on ${day}, yet nothing is paid`,
  }),
  due_day_missing: () => ({
    zh: "缺少到期日；也没有信用期或带信用期的合同可以推算",
    en: "the due date is missing, and no payment term or contract gives it",
  }),
  settled_in_future: ({ day, today }) => ({
    zh: `结清日期 ${day} 晚于今天（${today}）`,
    en: `the settled date ${day} is after today (${today})`,
  }),
  received_in_future: ({ day, today }) => ({
    zh: `收款日期 ${day} 晚于今天（${today}）`,
    en: `the receipt date ${day} is after today (${today})`,
  }),
  merged_cells: ({ range }) => ({
    zh: `单元格 ${range} 是合并的，值只算在左上角一格；请取消合并并逐行填写`,
    en: `cells ${range} are merged, their value counts in the first one only; unmerge and fill them`,
  }),
  customer_unknown: ({ customer }) => ({
    zh: `没有客户“${customer}”，请先导入客户`,
    en: `there is no customer "${customer}"; import the customers first`,
  }),
  customer_name_ambiguous: ({ name }) => ({
    zh: `有多个客户叫“${name}”，请增加客户编号列`,
    en: `several customers are called "${name}"; add a column with their numbers`,
  }),
  invoice_unknown: ({ number }) => ({
    zh: `没有发票“${number}”`,
    en: `there is no invoice "${number}"`,
  }),
  invoice_of_other_customer: ({ number }) => ({
    zh: `发票“${number}”属于另一个客户`,
    en: `invoice "${number}" belongs to another customer`,
  }),
  invoice_in_other_currency: ({ number }) => ({
    zh: `发票“${number}”是另一种币种`,
    en: `invoice "${number}" is in another currency`,
  }),
  row_changed: ({ number, field, book, file }, fields) => ({
    zh: `“${number}”的${fieldName(fields, field).zh}与账上不同：账上 ${book || "为空"}，文件 ${file}`,
    en: `the ${fieldName(fields, field).en} of "${number}" differs: ${book || "nothing"} in the book, ${file} in the file`,
  }),
};

const NOTES: Tell<NoteFact> = {
  title_lines_skipped: ({ count }) => ({
    zh: `表头之上有 ${count} 行标题，已跳过`,
    en: `${count} title ${count === 1 ? "line" : "lines"} above the header skipped`,
  }),
  total_row_dropped: ({ text }) => ({
    zh: `合计行（${text}）不导入`,
    en: `total row ("${text}") left out`,
  }),
  header_repeated: () => ({ zh: "重复的表头，已跳过", en: "repeated header left out" }),
  row_repeated: ({ otherLine }) => ({
    zh: `与第 ${otherLine} 行完全相同，只算一次`,
    en: `the same as line ${otherLine}, counted once`,
  }),
  due_before_issue: ({ number, due }) => ({
    zh: `“${number}”的到期日 ${due} 早于开票日期，照收`,
    en: `"${number}" is due on ${due}, before it is issued; taken as it is`,
  }),
  settled_before_issue: ({ number, day }) => ({
    zh: `“${number}”在开票之前（${day}）已收款，照收`,
    en: `"${number}" was paid on ${day}, before it was issued; taken as it is`,
  }),
  negative_is_credit_memo: ({ number }) => ({
    zh: `“${number}”金额为负，作为红字应收（贷项）导入`,
    en: `"${number}" is negative: imported as a credit memo`,
  }),
  currency_assumed: ({ currency }) => ({
    zh: `没有币种列，按本位币 ${currency} 导入`,
    en: `no currency column: taken as ${currency}, the company's own`,
  }),
  decimal_zero_dropped: () => ({
    zh: "号码末尾都带“.0”，已去掉",
    en: 'all numbers end in ".0", which is dropped',
  }),
  serials_read: () => ({
    zh: "日期是 Excel 序列数，已换算成日期",
    en: "days are Excel day counts, read as days",
  }),
  date_order_found: ({ order, text }) => ({
    zh: `由整列判断日期为“${ORDER_ZH[order] ?? order}”（如 ${text}）`,
    en: `the whole column shows ${ORDER_EN[order] ?? order} (such as ${text})`,
  }),
  second_column_unused: ({ field }, fields) => ({
    zh: `另有一列也像${fieldName(fields, field).zh}，未使用`,
    en: `another column for the ${fieldName(fields, field).en}, not used`,
  }),
  settled_day_assumed: ({ count, day }) => ({
    zh: `${count} 行有已收金额而无结清日期，收款日按 ${day}`,
    en: `${count} rows are paid without a day: taken as paid by ${day}`,
  }),
  names_differ: ({ count, example }) => ({
    zh: `${count} 个客户编号在文件中有多个名称，取第一个（如 ${example}）`,
    en: `${count} customers have several names in the file, the first is kept (${example})`,
  }),
  contract_unknown: ({ count, example }) => ({
    zh: `${count} 行的合同编号不在账上（如 ${example}），记为备注`,
    en: `${count} rows name contracts not in the book (${example}), kept as reference`,
  }),
  later_payment_kept: ({ number }) => ({
    zh: `“${number}”在快照日之后另有收款，已保留`,
    en: `"${number}" was paid after the day of the snapshot; that is kept`,
  }),
  due_day_changed: ({ number, book, file }) => ({
    zh: `“${number}”的到期日由 ${book} 改为 ${file}`,
    en: `"${number}" is due on ${file} instead of ${book}`,
  }),
  receipt_exceeds_invoices: ({ number, rest }) => ({
    zh: `收款“${number}”核销后余 ${rest}，记为未核销收款`,
    en: `${rest} of receipt "${number}" is left over and stays unapplied`,
  }),
};

const ORDER_ZH: Readonly<Record<string, string>> = {
  dmy: "日/月/年",
  mdy: "月/日/年",
  ymd: "年/月/日",
};
const ORDER_EN: Readonly<Record<string, string>> = {
  dmy: "day/month/year",
  mdy: "month/day/year",
  ymd: "year/month/day",
};

type AnyTell = (facts: { readonly code: string }, fields: readonly KnownField[]) => Words;

/** Why a row is refused. */
export const problemWords = (problem: RowRefusal, fields: readonly KnownField[]): Words =>
  (PROBLEMS[problem.code] as AnyTell)(problem, fields);

/** What is worth knowing about a row, or the file. */
export const noteWords = (note: NoteFact, fields: readonly KnownField[]): Words =>
  (NOTES[note.code] as AnyTell)(note, fields);
