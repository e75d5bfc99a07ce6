/** Chinese sentences for what is refused about holds of groups. */
import type { Sentences } from "../facts.ts";

export const promiseRefusals = {
  group_not_found: () => "没有这个集团",
  group_out_of_reach: () => "集团内有不归您负责的客户，请由能看到全部客户的人处理",
} satisfies Sentences;
