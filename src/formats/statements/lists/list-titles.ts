/** What a list says outside its rows: account, owner, currency, period, balances and totals. */
import type { ToldTotals } from "../../../domain/cash/statement.ts";
import type { PlainDate } from "../../../domain/values/calendar.ts";
import { type Currency, isNegative, type Money, negate } from "../../../domain/values/money.ts";
import type { TableRow } from "../../tables/table.ts";
import { accountText, amountIn, currencyIn, dayIn, plainText } from "./list-cells.ts";

const LABELS = {
  account:
    "账号|帐号|查询账号|查询帐号|本方账号|我方账号|账户号码|账户账号|账户|卡号|客户账号|银行账号|" +
    "支付宝账户|支付宝账号|京东账号名|商户号|一卡通|account number|account no|account|acct no",
  owner:
    "户名|账户名称|帐户名称|账户名|客户名称|单位名称|本方户名|公司名称|企业名称|开户名称|姓名|" +
    "微信昵称|昵称|account name|customer name|company name",
  currency: "币种|币别|货币|交易币种|账户币种|currency|account currency",
  number: "对账单编号|账单编号|对账单号|明细编号|statement number|statement no",
  opening:
    "期初余额|上期余额|承前余额|上页余额|期初账面余额|起始余额|承前页余额|上日余额|opening balance|" +
    "balance brought forward",
  closing: "期末余额|期末账面余额|结束余额|closing balance|balance carried forward",
  from: "起始日期|开始日期|起始时间|开始时间|查询起始日期|起始日|start date|from date|date from",
  to: "终止日期|截止日期|结束日期|终止时间|结束时间|截止时间|截止日|end date|to date|date to",
  range:
    "查询时间范围|日期区间|查询日期|查询区间|交易日期范围|时间范围|查询时间段|起止日期|查询期间|" +
    "对账期间|period|date range|statement period",
  inSum:
    "贷方发生总额|贷方发生额合计|贷方总金额|贷方合计金额|贷方发生总金额|贷方总额|贷方合计|收入总金额|" +
    "收入总额|收入合计|收入金额合计|收入金额|总收入|收入|转入合计|合计收入|total credit amount|" +
    "total credits|total deposits",
  outSum:
    "借方发生总额|借方发生额合计|借方总金额|借方合计金额|借方发生总金额|借方总额|借方合计|支出总金额|" +
    "支出总额|支出合计|支出金额合计|支出金额|总支出|支出|转出合计|合计支出|total debit amount|" +
    "total debits|total withdrawals",
  inCount:
    "贷方发生总笔数|贷方总笔数|贷方笔数|收入总笔数|收入笔数|贷方发生笔数|贷方合计笔数|" +
    "number of credits|credit count|total credit count",
  outCount:
    "借方发生总笔数|借方总笔数|借方笔数|支出总笔数|支出笔数|借方发生笔数|借方合计笔数|" +
    "number of debits|debit count|total debit count",
} as const;

export type Label = keyof typeof LABELS;

const fold = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s#*]/g, "");

const KNOWN: ReadonlyMap<string, Label> = new Map(
  (Object.entries(LABELS) as [Label, string][]).flatMap(([label, names]) =>
    names.split("|").map((name) => [fold(name), label] as const),
  ),
);

/** A label's first value counts: titles come before what is written below. */
export type Told = ReadonlyMap<Label, string>;

/** Everything that rows outside the list say with a label. */
export function toldIn(rows: readonly TableRow[]): Told {
  const told = new Map<Label, string>();
  const keep = (name: string, value: string): void => {
    const label = KNOWN.get(fold(name).replace(/(?:\(.*\)|[:])$/, ""));
    if (label !== undefined && value !== "" && !told.has(label)) told.set(label, value);
  };
  for (const { cells } of rows) for (const [name, value] of pairsIn(cells)) keep(name, value);
  return told;
}

/** A title's 10,000.00 is cut in two where commas stand between cells: put together again. */
function whole(cells: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (const cell of cells) {
    const before = joined.at(-1) ?? "";
    const cut = /[:：]\s*-?\d{1,3}(?:,\d{3})*$/.test(before) && /^\d{3}(?:\.\d+)?(?!\d)/.test(cell);
    if (cut) joined[joined.length - 1] = `${before},${cell}`;
    else joined.push(cell);
  }
  return joined;
}

function pairsIn(row: readonly string[]): readonly (readonly [string, string])[] {
  const cells = whole(row);
  const pairs: [string, string][] = [];
  for (const [at, cell] of cells.entries()) {
    const name = cell
      .replace(/[:：]$/, "")
      .replace(/(?<![:：\s])\[[^\]]*\]$/, "")
      .replace(/\s/g, "")
      .replace(/[:：]$/, "");
    if (KNOWN.has(fold(name))) {
      pairs.push([name, plainText(unboxed(cells.slice(at + 1).find((one) => one !== "") ?? ""))]);
    } else {
      pairs.push(...labelledIn(cell));
    }
  }
  return pairs;
}

/** `#收入合计：2笔，共200.00元` and `收入：1笔 28.50元` hold a count and a sum. */
const COUNTED =
  /(收入|支出|贷方|借方)(?:合计|总计)?[:：]?\s*共?(\d+)\s*笔[,，]?\s*(?:共|金额|合计)?[:：]?\s*([-+¥￥\d.,]+)/g;
const COUNTED_AS = { 收入: "in", 贷方: "in", 支出: "out", 借方: "out" } as const;

function labelledIn(cell: string): readonly [string, string][] {
  if (cell.length > 2000) return [];
  const counted = [...cell.matchAll(COUNTED)].flatMap(([, word = "", count = "", sum = ""]) => {
    const side = COUNTED_AS[word as keyof typeof COUNTED_AS];
    return [
      [side === "in" ? "贷方笔数" : "借方笔数", count],
      [side === "in" ? "贷方合计" : "借方合计", sum],
    ] as [string, string][];
  });
  if (counted.length > 0) return counted;
  return pairsOf(cell.replace(SPREAD, ""));
}

/** Blanks inside 账　　号 only fill the line. */
const SPREAD = /(?<=[\u4e00-\u9fff])[\s\u3000]+(?=[\u4e00-\u9fff])/g;
const LABELLED = new RegExp(
  `(${Object.values(LABELS)
    .flatMap((names) => names.split("|"))
    .toSorted((a, b) => b.length - a.length)
    .join("|")})\\s*[:：]`,
  "gi",
);
/** A label that says nothing to us ends the value before it. */
const OTHER_LABEL = /[\s,，;；]+[^\s:：\d]{2,20}[:：].*$/;

/** `账号:[a b] 币种：人民币`: each label known, with what stands up to the next. */
function pairsOf(text: string): readonly [string, string][] {
  const labels = [...text.matchAll(LABELLED)];
  return labels.map((match, at) => {
    const end = labels[at + 1]?.index ?? text.length;
    const value = text.slice(match.index + match[0].length, end).replace(OTHER_LABEL, "");
    return [match[1] ?? "", plainText(unboxed(value))];
  });
}

const unboxed = (text: string): string => text.trim().replace(/^[[【]+|[\]】]+$/g, "");

export const toldAccount = (told: Told): string | null =>
  accountText(told.get("account") ?? "") || null;

export const toldCurrency = (told: Told): Currency | null => {
  const text = told.get("currency");
  return text === undefined ? null : currencyIn(text);
};

/** First and last day of the period that was asked for. */
export function toldPeriod(told: Told): { fromOn: PlainDate | null; toOn: PlainDate | null } {
  const range = told.get("range")?.match(/\d{4}[-/.年]?\d{1,2}[-/.月]?\d{1,2}/g) ?? [];
  const [first = "", last = ""] = range;
  const day = (text: string) => (text === "" ? null : dayIn(text, "ymd"));
  return { fromOn: day(told.get("from") ?? first), toOn: day(told.get("to") ?? last) };
}

/** A balance told in a title; what is no amount is left out, since titles are free text. */
export const toldBalance = (told: Told, label: "opening" | "closing", unit: Currency) =>
  toldMoney(told, label, unit);

function toldMoney(told: Told, label: Label, unit: Currency): Money | null {
  const text = told.get(label);
  const amount = text === undefined ? null : amountIn(text.replace(/元$/, ""), unit);
  return amount === "unreadable" ? null : amount;
}

const toldCount = (told: Told, label: Label): number | null => {
  const text = told.get(label)?.replace(/\s*笔$/, "") ?? "";
  return /^\d{1,7}$/.test(text) ? Number(text) : null;
};

/** Totals told of the whole list, sums without sign; null where nothing is told. */
export function toldTotals(told: Told, unit: Currency): ToldTotals | null {
  const sum = (label: Label) => {
    const amount = toldMoney(told, label, unit);
    return amount !== null && isNegative(amount) ? negate(amount) : amount;
  };
  const totals = {
    inCount: toldCount(told, "inCount"),
    inSum: sum("inSum"),
    outCount: toldCount(told, "outCount"),
    outSum: sum("outSum"),
  };
  return Object.values(totals).every((total) => total === null) ? null : totals;
}
