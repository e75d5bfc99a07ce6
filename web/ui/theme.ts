/**
 * The colours, type and space of every page: antd's tokens and our own CSS read the same values.
 */
import type { ThemeConfig } from "antd";

export const PALETTE = {
  ink: "#1f2430",
  second: "#5b6472",
  ground: "#f6f7f9",
  surface: "#ffffff",
  line: "#e6e8ec",
  accent: "#1758d6",
  accentTint: "#eaf1fd",
  success: "#1a7f4b",
  successTint: "#e8f4ee",
  warning: "#a45a00",
  warningTint: "#fdf3e3",
  danger: "#c0281f",
  dangerTint: "#fcecea",
} as const;

/** The lateness scale (look.md): the same colours in bars, tags and charts. */
export const LATENESS = {
  not_due: "#5b8def",
  "1-30": "#e9b949",
  "31-60": "#e58a2b",
  "61-90": "#d9552b",
  "91-180": "#b32d2a",
  "181-365": "#861f2e",
  "365+": "#5a1a2b",
} as const;

export type LatenessBucket = keyof typeof LATENESS;

const FONTS =
  'Inter, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans SC", ' +
  '"Noto Sans CJK SC", sans-serif';

/** Makes the palette known to our style sheets as `--ink`, `--line` …; once, before first paint. */
export function applyPalette(root: HTMLElement): void {
  for (const [name, value] of Object.entries(PALETTE)) {
    root.style.setProperty(
      `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
      value,
    );
  }
  for (const [bucket, value] of Object.entries(LATENESS)) {
    root.style.setProperty(`--late-${bucket.replace("+", "-over")}`, value);
  }
  root.style.setProperty("--fonts", FONTS);
}

export const THEME: ThemeConfig = {
  token: {
    colorPrimary: PALETTE.accent,
    colorLink: PALETTE.accent,
    colorSuccess: PALETTE.success,
    colorWarning: PALETTE.warning,
    colorError: PALETTE.danger,
    colorText: PALETTE.ink,
    colorTextSecondary: PALETTE.second,
    colorTextTertiary: PALETTE.second,
    colorTextDescription: PALETTE.second,
    colorTextPlaceholder: "#6b7380",
    colorTextDisabled: "#6b7380",
    colorBgLayout: PALETTE.ground,
    colorBorder: "#d3d7de",
    colorBorderSecondary: PALETTE.line,
    fontFamily: FONTS,
    fontSize: 14,
    borderRadius: 6,
    borderRadiusLG: 8,
    controlHeight: 32,
    controlHeightSM: 28,
    wireframe: false,
    motionDurationMid: "0.12s",
    motionDurationSlow: "0.16s",
  },
  components: {
    Button: { primaryShadow: "none", defaultShadow: "none", dangerShadow: "none" },
    Tabs: { horizontalItemPadding: "10px 0", titleFontSize: 14 },
    Tooltip: { colorBgSpotlight: "#1f2430" },
  },
};
