/** `huikuan deliver`: sends what waits in the outbox now; a running server does it by itself. */
import { parseArgs } from "node:util";
import { deliverOutbox } from "../main.ts";
import type { Command } from "./command.ts";
import { DESK_OPTIONS, withDesk } from "./house.ts";

export const deliver: Command = {
  name: "deliver",
  usage: "[--creditor C] [--json]",
  summary: { zh: "寄出待发箱里的信件", en: "send what waits in the outbox" },
  async run(args, io) {
    const { values } = parseArgs({
      args: [...args],
      options: { ...DESK_OPTIONS, json: { type: "boolean", default: false } },
    });
    return withDesk(io, values, async (desk, house) => {
      const counts = await deliverOutbox(house, desk);
      const { sent, failed, postponed, uncertain } = counts;
      const { mail, mailFolder } = house.config;
      if (values.json) io.out(`${JSON.stringify(counts)}\n`);
      else if (io.language === "zh") {
        io.out(`已发 ${sent}，失败 ${failed}，稍后再试 ${postponed}，结果不明 ${uncertain}\n`);
      } else {
        io.out(`sent ${sent}, failed ${failed}, later ${postponed}, uncertain ${uncertain}\n`);
      }
      if (mail.kind === "folder" && sent > 0) io.err(`${mailFolder}\n`);
      return failed + uncertain === 0 ? 0 : 1;
    });
  },
};
