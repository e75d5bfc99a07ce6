/** The sentences about a bank's file that is refused: what is wrong, where, and what to do. */
import type { StatementRefusal } from "../domain/cash/statement.ts";
import type { Words } from "./import-problems.ts";

type Tell<Union extends { readonly code: string }> = {
  readonly [Code in Union["code"]]: (facts: Extract<Union, { readonly code: Code }>) => Words;
};
type Of<Code extends StatementRefusal["code"]> = Extract<StatementRefusal, { readonly code: Code }>;

export const STATEMENT_REFUSALS: Tell<StatementRefusal> = {
  statement_unknown_format: () => ({
    zh: "不是我们认识的银行对账单；请从网银下载原始文件（不要另存或改名），或说明各列的含义后再导入。",
    en: "This is no bank statement that we know: take the bank's own file as it was downloaded, or say which column is which.",
  }),
  statement_empty: () => ({
    zh: "文件是空的；请重新从网银下载。",
    en: "The file is empty; download it from the bank again.",
  }),
  statement_too_large: ({ bytes, most }) => ({
    zh: `文件有 ${megabytes(bytes)} MB，超过上限 ${megabytes(most)} MB，未读取；请按较短的期间分几次下载。`,
    en: `The file has ${megabytes(bytes)} MB, more than the ${megabytes(most)} MB that are read; download shorter periods.`,
  }),
  statement_reading_given_up: ({ limit }) => ({
    zh: `读取这个文件所需的${LIMITS[limit].zh}超过上限，已中止，未导入任何内容；请按较短的期间分几次下载。`,
    en: `Reading this file took more ${LIMITS[limit].en} than it may, so it was stopped and nothing was imported; download shorter periods.`,
  }),
  statement_broken: (facts) => ({
    zh: `${formatName(facts.format).zh} 文件${placeOf(facts).zh}${PROBLEMS[facts.problem].zh}，未导入任何内容。`,
    en: `The ${formatName(facts.format).en} file ${PROBLEMS[facts.problem].en}${placeOf(facts).en}; nothing was imported.`,
  }),
  statement_field_unreadable: (facts) => ({
    zh: `${formatName(facts.format).zh} 文件${unitOf(facts).zh}的${FIELDS[facts.field].zh}“${facts.text}”无法识别，整个文件未导入；请向银行索取正确的文件。`,
    en:
      `The ${FIELDS[facts.field].en} "${facts.text}" ${unitOf(facts).en} of the ` +
      `${formatName(facts.format).en} file can't be read, so nothing was imported; ` +
      "ask the bank for a correct file.",
  }),
  statement_column_missing: ({ format, line, columns }) => ({
    zh: `${formatName(format).zh} 文件第 ${line} 行的表头缺少：${columns.join("、")}；请下载完整的明细，或说明各列的含义。`,
    en: `The header on line ${line} of the ${formatName(format).en} file lacks: ${columns.join(", ")}. Download the full list, or say which column is which.`,
  }),
};

const megabytes = (bytes: number): number => Math.ceil(bytes / 1024 / 1024);

const LIMITS: Readonly<Record<Of<"statement_reading_given_up">["limit"], Words>> = {
  time: { zh: "时间", en: "time" },
  memory: { zh: "内存", en: "memory" },
};

const PROBLEMS: Readonly<Record<Of<"statement_broken">["problem"], Words>> = {
  cut_off: { zh: "不完整（后面的内容缺失），请重新下载", en: "is cut off; download it again" },
  not_text: {
    zh: "含有无法识别的字符（编码不对），请重新下载",
    en: "has bytes that are no text in its encoding; download it again",
  },
  structure: {
    zh: "结构不对，请从网银下载原始文件",
    en: "is not built as it should be; take the bank's own file",
  },
  forbidden: {
    zh: "含有不允许的内容（外部实体、公式等），请从网银下载原始文件",
    en: "holds what is not allowed (external entities, formulas); take the bank's own file",
  },
  too_deep: {
    zh: "嵌套层数过多，请从网银下载原始文件",
    en: "is nested too deeply; take the bank's own file",
  },
  locked: {
    zh: "有密码保护，请先解压或去掉密码再导入",
    en: "is locked with a password; unpack it or take the password off first",
  },
};

const FIELDS: Readonly<Record<Of<"statement_field_unreadable">["field"], Words>> = {
  amount: { zh: "金额", en: "amount" },
  day: { zh: "日期", en: "day" },
  currency: { zh: "币种", en: "currency" },
  mark: { zh: "借贷标志", en: "debit or credit mark" },
  balance: { zh: "余额或合计", en: "balance or total" },
  account: { zh: "账号", en: "account" },
};

const placeOf = ({ line }: { readonly line: number | null }): Words =>
  line === null ? { zh: "", en: "" } : { zh: `第 ${line} 行起`, en: ` (line ${line})` };

/** XML files count entries, since a person can't count their lines. */
const unitOf = ({ format, line }: Of<"statement_field_unreadable">): Words =>
  /^(?:camt|pain)/.test(format)
    ? { zh: `第 ${line} 笔`, en: `in entry ${line}` }
    : { zh: `第 ${line} 行`, en: `on line ${line}` };

const both = (name: string): Words => ({ zh: name, en: name });

/** How people call the formats; a format without an entry is called by its own name. */
const NAMES: Readonly<Record<string, Words>> = {
  bai2: both("BAI2"),
  camt052: both("camt.052"),
  camt053: both("camt.053"),
  camt054: both("camt.054"),
  mt940: both("MT940"),
  mt942: both("MT942"),
  ofx: both("OFX"),
  pain002: both("pain.002"),
  icbc: { zh: "工商银行", en: "ICBC" },
  ccb: { zh: "建设银行", en: "CCB" },
  cmb: { zh: "招商银行", en: "CMB" },
  boc: { zh: "中国银行", en: "BOC" },
  abc: { zh: "农业银行", en: "ABC" },
  bocom: { zh: "交通银行", en: "BOCOM" },
  citic: { zh: "中信银行", en: "CITIC" },
  spdb: { zh: "浦发银行", en: "SPDB" },
  hsbc: { zh: "汇丰银行", en: "HSBC" },
  jd: { zh: "京东账单", en: "JD bill" },
  treasury: { zh: "财资平台", en: "treasury platform" },
  "alipay-merchant": { zh: "支付宝商户账单", en: "Alipay merchant bill" },
  "alipay-personal": { zh: "支付宝个人账单", en: "Alipay personal bill" },
  "wechat-merchant": { zh: "微信支付商户账单", en: "WeChat Pay merchant bill" },
  "wechat-personal": { zh: "微信支付个人账单", en: "WeChat Pay personal bill" },
  generic: { zh: "银行明细表", en: "bank list" },
  mapped: { zh: "自定义列的明细表", en: "list with columns named by you" },
};

/** `mt940` → MT940, `icbc` → 工商银行. */
export const formatName = (format: string): Words =>
  Object.hasOwn(NAMES, format) ? (NAMES[format] ?? both(format)) : both(format);
