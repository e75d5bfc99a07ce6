/** English sentences for what is refused about holds of groups. */
import type { Sentences } from "../facts.ts";

export const promiseRefusals = {
  group_not_found: () => "There is no such group",
  group_out_of_reach: () =>
    "Some companies of the group are not yours: ask somebody who sees all customers",
} satisfies Sentences;
