/** Which channels carry a message and which are a person's task. */
import { expect, test } from "vitest";
import { CHANNELS, isTaskChannel } from "./policy-choices.ts";

test("mail and post carry messages; the rest is done by somebody", () => {
  expect(CHANNELS.filter((channel) => !isTaskChannel(channel))).toEqual(["email", "letter"]);
});
