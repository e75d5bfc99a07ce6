/** `huikuan day`: closes the day, or shows what closing it would do. */
import { parseArgs } from "node:util";
import { closeDay } from "../actions/close-day.ts";
import { businessDayOf, type Desk } from "../actions/perform.ts";
import { type DayPreview, previewDay } from "../actions/preview-day.ts";
import { assert } from "../domain/values/result.ts";
import { type DayPlan, viewDayPlan } from "../views/day-plan.ts";
import type { Command, Io } from "./command.ts";
import { DESK_OPTIONS, dayOption, withDesk } from "./house.ts";
import { refused } from "./refusal-words.ts";

export const day: Command = {
  name: "day",
  usage: "[--on DAY] [--creditor C] [--dry-run] [--json]",
  summary: {
    zh: "日结：判断变化，生成当日计划，按政策放行",
    en: "close the day: judge what changed, plan, release what the policy releases",
  },
  details: {
    zh: "--on DAY     处理哪一天（默认今天）\n--dry-run    只看不存\n--json       输出动作、跳过及理由",
    en: "--on DAY     the day to close (default: today)\n--dry-run    look only, store nothing\n--json       steps and skips with their reasons",
  },
  async run(args, io) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        ...DESK_OPTIONS,
        on: { type: "string" },
        "dry-run": { type: "boolean", default: false },
        json: { type: "boolean", default: false },
      },
    });
    const on = dayOption("on", values.on);
    return withDesk(io, values, async (desk) => {
      const plan = values["dry-run"] ? await foresee(desk, on) : await close(desk, on, io);
      if (values.json) io.out(`${JSON.stringify(plan, null, 2)}\n`);
      else io.out(planText(plan, io));
      return 0;
    });
  },
};

async function close(desk: Desk, on: DayPlan["day"] | undefined, io: Io): Promise<DayPlan> {
  const closed = await closeDay(desk, on === undefined ? {} : { day: on });
  if (!closed.ok) throw refused(closed.refusal);
  const { missedSince, firstDay } = closed.value;
  if (missedSince !== null) {
    io.err(
      io.language === "zh"
        ? `自 ${missedSince} 起没有日结，已一并补上。\n`
        : `No day was closed since ${missedSince}; this run has caught up with all of them.\n`,
    );
  }
  if (firstDay) {
    io.err(
      io.language === "zh"
        ? "首日：任何动作都须由人放行（huikuan release 或“当日计划”页面）。\n"
        : "First day: nothing leaves without a person (huikuan release, or the page Plan of the day).\n",
    );
  }
  return desk.database.reading((tx) => viewDayPlan(tx, desk.creditorId, closed.value.day));
}

/** What is stored for the day already, and what looking at the woken customers would add. */
async function foresee(desk: Desk, on: DayPlan["day"] | undefined): Promise<DayPlan> {
  const today = on ?? (await businessDayOf(desk));
  assert(today !== null, "the desk's creditor is there");
  const foreseen = await previewDay(desk, today);
  if (!foreseen.ok) throw refused(foreseen.refusal);
  return desk.database.reading((tx) =>
    viewDayPlan(tx, desk.creditorId, today, plannedOf(foreseen.value)),
  );
}

const plannedOf = ({ planned }: DayPreview) => ({
  customers: planned.map(({ customer }) => customer),
  steps: planned.flatMap(({ steps }) => steps),
  skips: planned.flatMap(({ skips }) => skips),
});

/** The plan for a reader of the terminal: one line a step, skips counted by reason. */
function planText({ day: on, steps, skips }: DayPlan, { language }: Io): string {
  const lines = steps.map(({ customer, name, stage, step, channel, state, totals }) => {
    const amounts = totals.map(({ amount, currency }) => `${amount} ${currency}`).join(" + ");
    return `  ${stage.padEnd(8)} ${step.padEnd(22)} ${channel.padEnd(7)} ${state.padEnd(9)} ${customer} ${name}  ${amounts}`;
  });
  const reasons = new Map<string, number>();
  for (const { reason } of skips) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  const skipped = [...reasons].map(([reason, count]) => `  ${reason}: ${count}`);
  const head =
    language === "zh"
      ? `${on}：${steps.length} 个动作，${skips.length} 处跳过`
      : `${on}: ${steps.length} steps, ${skips.length} skips`;
  return `${[head, ...lines, ...skipped].join("\n")}\n`;
}
