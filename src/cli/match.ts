/** `huikuan match`: judges waiting bank lines anew and settles what is certain now. */
import { parseArgs } from "node:util";
import { perform } from "../actions/perform.ts";
import { type MatchRun, runMatch } from "../actions/run-match.ts";
import type { Command, Language } from "./command.ts";
import { DESK_OPTIONS, withDesk } from "./house.ts";
import { moneyJson } from "./money-json.ts";
import { refused } from "./refusal-words.ts";
import { sumText } from "./statement-text.ts";

export const match: Command = {
  name: "match",
  usage: "[--creditor C] [--json]",
  summary: { zh: "重新匹配待处理的银行流水", en: "match the waiting bank lines again" },
  details: {
    zh: "--json          输出核销、待核对、待认领的笔数与金额",
    en: "--json          counts and sums of what was applied, is proposed, is unmatched",
  },
  async run(args, io) {
    const { values } = parseArgs({
      args: [...args],
      options: { ...DESK_OPTIONS, json: { type: "boolean", default: false } },
    });
    return withDesk(io, values, async (desk) => {
      const done = await perform(desk, runMatch, null);
      if (!done.ok) throw refused(done.refusal);
      io.out(values.json ? moneyJson(done.value) : runText(done.value, io.language));
      return 0;
    });
  },
};

function runText({ applied, proposed, unmatched, ignored }: MatchRun, language: Language): string {
  const zh = language === "zh";
  const colon = zh ? "：" : ": ";
  const lines = [
    [zh ? "本次核销" : "applied now", applied],
    [zh ? "待核对（有建议）" : "waiting with a proposal", proposed],
    [zh ? "待认领" : "waiting without one", unmatched],
    [zh ? "无需处理" : "left out", ignored],
  ] as const;
  return lines
    .map(([words, { count, sums }]) => `${words}${colon}${count}  ${sumText(sums)}\n`)
    .join("");
}
