/** `huikuan restore FILE`: a backup into an empty store, all or nothing. */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { restoreHouse } from "../main.ts";
import { type Command, misused } from "./command.ts";
import { configOf, HOUSE_OPTIONS } from "./house.ts";

export const restore: Command = {
  name: "restore",
  usage: "FILE",
  summary: { zh: "把备份恢复到空账套", en: "restore a backup into an empty store" },
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: HOUSE_OPTIONS,
      allowPositionals: true,
    });
    const [file] = positionals;
    if (file === undefined || positionals.length > 1) {
      throw misused({
        zh: "请写明要恢复的备份文件，例如 huikuan restore huikuan.gz --data 新目录。",
        en: "Name the backup, such as huikuan restore huikuan.gz --data FOLDER.",
      });
    }
    const head = await restoreHouse(configOf(io, values), resolve(io.cwd, file));
    const rows = head.tables.reduce((sum, table) => sum + table.rows, 0);
    io.out(
      io.language === "zh"
        ? `已恢复 ${head.madeAt} 的备份：${rows} 行，校验无误\n`
        : `Restored the backup of ${head.madeAt}: ${rows} rows, verified\n`,
    );
    return 0;
  },
};
