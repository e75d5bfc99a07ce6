/** `huikuan backup FILE`: everything, documents included, into one file. */

import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { VERSION, writeHouseBackup } from "../main.ts";
import { type Command, misused } from "./command.ts";
import { HOUSE_OPTIONS, withHouse } from "./house.ts";

export const backup: Command = {
  name: "backup",
  usage: "FILE",
  summary: { zh: "把全部数据（含文件）备份到一个文件", en: "write everything into one file" },
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: HOUSE_OPTIONS,
      allowPositionals: true,
    });
    const [file] = positionals;
    if (file === undefined || positionals.length > 1) {
      throw misused({
        zh: "请写明备份文件，例如 huikuan backup huikuan.gz。",
        en: "Name the file to write, such as huikuan backup huikuan.gz.",
      });
    }
    return withHouse(io, values, async (house) => {
      const { rows, tables } = await writeHouseBackup(house, resolve(io.cwd, file));
      io.out(
        io.language === "zh"
          ? `已备份到 ${file}：${tables} 张表，${rows} 行（程序版本 ${VERSION}）\n`
          : `Written to ${file}: ${rows} rows of ${tables} tables (version ${VERSION})\n`,
      );
      return 0;
    });
  },
};
