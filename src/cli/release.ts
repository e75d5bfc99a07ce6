/** `huikuan release`: releases what waits in the day's plan. */
import { parseArgs } from "node:util";
import { closeDay } from "../actions/close-day.ts";
import { perform } from "../actions/perform.ts";
import { releasePlan } from "../actions/release-plan.ts";
import { viewWaitingSteps } from "../views/day-plan.ts";
import type { Command } from "./command.ts";
import { DESK_OPTIONS, withDesk } from "./house.ts";
import { startProgress } from "./progress.ts";
import { refused } from "./refusal-words.ts";

/** Lines released by one short transaction. */
const CHUNK = 500;

export const release: Command = {
  name: "release",
  usage: "[--creditor C]",
  summary: {
    zh: "放行今天计划中等待的全部动作",
    en: "release everything that waits in today's plan",
  },
  async run(args, io) {
    const { values } = parseArgs({ args: [...args], options: DESK_OPTIONS });
    return withDesk(io, values, async (desk) => {
      const planned = await closeDay(desk);
      if (!planned.ok) throw refused(planned.refusal);
      const onDay = { ...desk, today: planned.value.day };
      const waiting = await viewWaitingSteps(desk.database, desk.creditorId, planned.value.day);
      if (waiting.length === 0) throw refused({ code: "nothing_to_release" });
      const progress = startProgress(
        io,
        io.language === "zh" ? "放行" : "releasing",
        waiting.length,
      );
      let released = 0;
      for (let from = 0; from < waiting.length; from += CHUNK) {
        const steps = waiting.slice(from, from + CHUNK);
        const done = await perform(onDay, releasePlan, { steps });
        if (!done.ok) throw refused(done.refusal);
        released += done.value.released;
        progress.reach(from + steps.length);
      }
      progress.end();
      io.out(
        io.language === "zh"
          ? `已放行 ${released} 个动作；用 huikuan deliver 寄出，或由运行中的服务自动寄出。\n`
          : `Released ${released} steps; huikuan deliver sends the messages, as a running server does.\n`,
      );
      return 0;
    });
  },
};
