/** Sessions are told apart by browser and system. */
import { expect, test } from "vitest";
import { deviceName } from "./device-name.ts";

test.each([
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0",
    "Edge · Windows",
  ],
  ["Mozilla/5.0 (Macintosh; Intel Mac OS X 14_1) Version/17.1 Safari/605.1.15", "Safari · macOS"],
  ["Mozilla/5.0 (Linux; Android 14) Chrome/140.0 MicroMessenger/8.0", "微信 · Android"],
  ["curl/8.5.0", "curl/8.5.0"],
  [null, null],
])("%s is %s", (device, name) => {
  expect(deviceName(device)).toBe(name);
});
