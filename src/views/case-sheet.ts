/** Cases as a sheet: a row for each case and currency, for Excel. */
import type { ReasonNature } from "../domain/desk/case.ts";
import type { Cell, Column, Sheet } from "../domain/values/sheet.ts";
import { listCaseLines } from "../store/case-rows.ts";
import { type CasesFilter, casesAsked } from "./cases.ts";
import { shownCase } from "./collection-case.ts";
import type { Sight } from "./look.ts";

/** More rows than a spreadsheet is read by. */
const MOST = 100_000;

const text = (zh: string, en: string): Column => ({ heading: { zh, en }, kind: "text" });

const COLUMNS: readonly Column[] = [
  text("客户编号", "Customer no."),
  text("客户名称", "Customer"),
  text("集团", "Group"),
  text("负责人", "Owner"),
  text("阶段", "Stage"),
  text("立案日", "Opened"),
  text("结案日", "Closed"),
  text("逾期原因", "Reason"),
  text("性质", "Nature"),
  text("原因说明", "Note"),
  text("最早到期日", "Oldest due day"),
  text("逾期天数", "Days late"),
  text("优先分", "Points"),
  text("推迟至", "Snoozed until"),
  text("币种", "Currency"),
  { heading: { zh: "逾期金额", en: "Overdue" }, kind: "amount" },
];

const STAGES = {
  zh: { early: "早期", middle: "中期", late: "后期", legal: "法务" },
  en: { early: "Early", middle: "Middle", late: "Late", legal: "Legal" },
} as const;
const REASONS = {
  zh: {
    oversight: "疏忽遗漏",
    cash: "资金紧张",
    procedure: "内部流程",
    dispute: "存在争议",
    malice: "恶意拖欠",
  },
  en: {
    oversight: "Oversight",
    cash: "Short of cash",
    procedure: "Internal procedure",
    dispute: "Dispute",
    malice: "Unwilling to pay",
  },
} as const;
const NATURES: Readonly<Record<"zh" | "en", Readonly<Record<ReasonNature, string>>>> = {
  zh: { objective: "客观", wilful: "主观", dispute: "争议" },
  en: { objective: "Objective", wilful: "Wilful", dispute: "Dispute" },
};

/** All cases that the filter finds, in its order. */
export async function viewCaseSheet(
  sight: Sight,
  filter: CasesFilter,
  language: "zh" | "en",
): Promise<Sheet> {
  const asked = casesAsked(sight, filter);
  const lines = await listCaseLines(sight.tx, asked, { offset: 0, size: MOST });
  const rows = lines.flatMap((line): Cell[][] => {
    const shown = shownCase(line, sight.today);
    const { reason, snoozed } = shown;
    const head: Cell[] = [
      line.number,
      line.name,
      line.group?.name ?? null,
      line.owner?.name ?? null,
      STAGES[language][shown.stage],
      shown.openedOn,
      shown.closedOn,
      reason === null ? null : REASONS[language][reason.reason],
      reason === null ? null : NATURES[language][reason.nature],
      reason?.note ?? null,
      shown.oldestDueOn,
      `${shown.oldestDays}`,
      `${shown.priority.points}`,
      snoozed?.until ?? null,
    ];
    return shown.overdue.map((amount) => [...head, amount.currency, amount]);
  });
  const { today } = sight;
  const title = { zh: `催收案件 ${today}`, en: `Cases ${today}` };
  return { title, columns: COLUMNS, rows, totals: [] };
}
