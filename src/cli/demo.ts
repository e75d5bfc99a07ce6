/** `huikuan demo load|remove`: the invented company to look around in, and its end. */
import { parseArgs } from "node:util";
import { performShared } from "../actions/perform.ts";
import { removeDemoCompany } from "../actions/remove-demo.ts";
import { DEMO_CODE, DEMO_COMPANY, loadDemo } from "../demo/load.ts";
import { china } from "../domain/countries/china.ts";
import { businessDay } from "../domain/values/calendar.ts";
import { type OpenHouse, operator, standardPolicy } from "../main.ts";
import { type Command, type Io, misused, Stop } from "./command.ts";
import { HOUSE_OPTIONS, withHouse } from "./house.ts";
import { startProgress } from "./progress.ts";

export const demo: Command = {
  name: "demo",
  usage: "load|remove [--data FOLDER] [--seed SEED]",
  summary: {
    zh: "载入或移除演示公司",
    en: "load or remove the demo company",
  },
  details: {
    zh: "--seed SEED  同一种子生成同样的演示数据",
    en: "--seed SEED  the same seed gives the same demo",
  },
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { ...HOUSE_OPTIONS, seed: { type: "string" } },
    });
    const [verb] = positionals;
    if (positionals.length !== 1 || (verb !== "load" && verb !== "remove")) {
      throw misused({
        zh: "用法：huikuan demo load 或 huikuan demo remove。",
        en: "Write huikuan demo load or huikuan demo remove.",
      });
    }
    return withHouse(io, values, async (house) => {
      if (verb === "remove") await remove(house, io);
      else await loadDemoCompany(house, io, values.seed);
      return 0;
    });
  },
};

/** Plays the demo company into this house, with a progress bar. */
export async function loadDemoCompany(house: OpenHouse, io: Io, seed?: string): Promise<void> {
  const desk = house.sharedDesk(operator);
  const today = businessDay(house.clock.now(), china.timeZone);
  const progress = startProgress(io, io.language === "zh" ? "演示公司" : "demo company", 1);
  const loaded = await loadDemo({
    desk,
    today,
    policy: standardPolicy(),
    ...(seed === undefined ? {} : { seed }),
    onDay: (played, all) => progress.reach(played / all),
  });
  progress.end();
  if (!loaded.ok) {
    throw new Stop({
      zh: "演示公司已经载入；要重新生成，请先运行 huikuan demo remove。",
      en: "The demo company is loaded already; run huikuan demo remove first to make it anew.",
    });
  }
  io.err(
    io.language === "zh"
      ? `已载入演示公司“${DEMO_COMPANY.name}”（代码 ${DEMO_CODE}）。\n`
      : `Loaded the demo company ${DEMO_COMPANY.nameEn} (code ${DEMO_CODE}).\n`,
  );
}

async function remove(house: OpenHouse, io: Io): Promise<void> {
  const desk = house.sharedDesk(operator);
  const removed = await performShared(desk, removeDemoCompany, { code: DEMO_CODE });
  if (!removed.ok) {
    throw new Stop({
      zh: "没有载入演示公司，无需移除。",
      en: "There is no demo company to remove.",
    });
  }
  io.err(io.language === "zh" ? "演示公司已移除。\n" : "The demo company is gone.\n");
}
