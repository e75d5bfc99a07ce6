/** A browser's own description, shortened to what a person knows it by. */

const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/, "微信"],
  [/Edg\//, "Edge"],
  [/Firefox\//, "Firefox"],
  [/Chrome\//, "Chrome"],
  [/Safari\//, "Safari"],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/iPhone|iPad/, "iOS"],
  [/HarmonyOS/, "HarmonyOS"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "macOS"],
  [/Linux/, "Linux"],
];

const named = (device: string, names: typeof BROWSERS): string | undefined =>
  names.find(([pattern]) => pattern.test(device))?.[1];

/** "Chrome · Windows"; the first words of what is unknown; null when nothing is said. */
export function deviceName(device: string | null): string | null {
  if (device === null) return null;
  const known = [named(device, BROWSERS), named(device, SYSTEMS)].filter(Boolean);
  return known.length === 0 ? device.slice(0, 40) : known.join(" · ");
}
