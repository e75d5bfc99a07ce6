/** `huikuan report`: a report on the terminal, as a file, or for another program. */
import { parseArgs } from "node:util";
import { type Command, misused, Stop } from "./command.ts";
import { DESK_OPTIONS, withHouse } from "./house.ts";
import { ageingReport } from "./report-ageing.ts";
import { disputeReport } from "./report-disputes.ts";
import { choice, FORMATS, hand } from "./report-parts.ts";

const DETAILS = {
  zh: [
    "ageing 账龄分析：",
    "  --on DAY       截至哪一天（默认今天）",
    "  --known DAY    只算到该日为止已入账的",
    "  --by           按客户（customer）或按债权人（creditor）",
    "  --buckets      自定义区间：30,60,90 或 一个月内=30,三个月内=90,更早",
    "disputes 争议原因：",
    "  --from, --to   提出日的起止（默认最近一年）",
    "  --by           按原因（reason）、部门（department）、客户（customer）或月份（month）",
    "两者都有：",
    "  --creditor C   只看一个债权人（默认：全部，演示公司除外）",
    "  --format       table、json、csv 或 xlsx",
    "  --output FILE  写入文件",
  ].join("\n"),
  en: [
    "ageing:",
    "  --on DAY       as of this day (default: today)",
    "  --known DAY    only what was booked by then",
    "  --by           a row per customer or per creditor",
    "  --buckets      own buckets: 30,60,90 or recent=30,older=90,old",
    "disputes:",
    "  --from, --to   when they were raised (default: the last year)",
    "  --by           a row per reason, department, customer or month",
    "both:",
    "  --creditor C   one creditor only (default: all but the demo company)",
    "  --format       table, json, csv or xlsx",
    "  --output FILE  write into a file",
  ].join("\n"),
};

export const report: Command = {
  name: "report",
  usage: [
    "ageing [--on DAY] [--known DAY] [--by customer|creditor] [--buckets 30,60,90]",
    "| disputes [--from DAY] [--to DAY] [--by reason|department|customer|month]",
    "[--creditor C] [--format table|json|csv|xlsx] [--output FILE]",
  ].join(" "),
  summary: { zh: "报表：账龄分析、争议原因", en: "reports: ageing, causes of disputes" },
  details: DETAILS,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...DESK_OPTIONS,
        on: { type: "string" },
        known: { type: "string" },
        from: { type: "string" },
        to: { type: "string" },
        by: { type: "string" },
        buckets: { type: "string" },
        format: { type: "string", default: "table" },
        output: { type: "string" },
      },
    });
    const name = nameOf(positionals);
    const format = choice("format", values.format, FORMATS);
    if (name === "disputes") {
      await hand(await withHouse(io, values, disputeReport(values)), format, values.output, io);
      return 0;
    }
    const aged = await withHouse(io, values, ageingReport(values));
    await hand(aged, format, values.output, io);
    if (!aged.ties) throw new Stop(UNTIED);
    return 0;
  },
};

function nameOf(positionals: readonly string[]): "ageing" | "disputes" {
  const [name, ...more] = positionals;
  if (more.length === 0 && (name === "ageing" || name === "disputes")) return name;
  throw misused({
    zh: `没有报表“${positionals.join(" ")}”；现有：ageing、disputes。`,
    en: `There is no report "${positionals.join(" ")}"; there are: ageing, disputes.`,
  });
}

const UNTIED = {
  zh: "账龄合计与总账不符，这是账簿的错误。",
  en: "The ageing does not tie to the ledger; this is a fault of the book.",
};
