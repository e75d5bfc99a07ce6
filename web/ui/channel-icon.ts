/** The drawing that stands for a way of reaching a customer. */
import type { IconName } from "./icon.tsx";

const ICONS: Readonly<Record<string, IconName>> = {
  email: "email",
  letter: "letter",
  call: "call",
  visit: "visit",
  review: "review",
  message: "email",
  meeting: "person",
};

export const channelIcon = (channel: string): IconName => ICONS[channel] ?? "file";
