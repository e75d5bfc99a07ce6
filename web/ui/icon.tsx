/** The small drawings of the interface: one stroke, 16 px, in the colour of the text. */
const PATHS = {
  today: "M3 4.5h10M3 8h10M3 11.5h6M12 10.5l1.2 1.2 2-2.2",
  customers:
    "M6 7.5a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6ZM1.8 13.2c0-2.3 1.9-3.7 4.2-3.7s4.2 1.4 4.2 3.7M10.6 3.2a2.2 2.2 0 0 1 0 4.2M12 9.8c1.4.4 2.3 1.6 2.3 3.4",
  cases: "M1.8 4.2h4.4l1.4 1.6h6.6v7.4H1.8ZM1.8 7.6h12.4",
  ageing: "M2.5 13.5h11M4 11V8M7 11V5M10 11V7M13 11V3",
  plan: "M2.5 4h11v9.5h-11ZM2.5 7h11M5.5 2.5V5M10.5 2.5V5M5.8 10.2l1.5 1.5 2.9-3",
  outbox: "M14 2.2 7.2 9M14 2.2l-4.2 11.6L7.2 9 2 6.4Z",
  import: "M8 10V2.5M5 5.3l3-2.8 3 2.8M2.5 9.5v4h11v-4",
  bankLines: "M2.5 6.2 8 2.8l5.5 3.4ZM4 6.5v5M8 6.5v5M12 6.5v5M2.5 13.2h11",
  match:
    "M6.3 9.7 9.7 6.3M7 4.6l1.4-1.4a2.9 2.9 0 0 1 4.4 4.4L11.4 9M9 11.4l-1.4 1.4a2.9 2.9 0 0 1-4.4-4.4L4.6 7",
  receipts: "M3.5 1.8h9v12.4l-2.2-1.4L8 14.2l-2.3-1.4-2.2 1.4ZM6 5.2h4M6 8h4",
  claims: "M4 14V2.2M4 2.8h8.5l-1.8 3 1.8 3H4",
  tasks: "M2.5 4.5l1.2 1.2L6 3.4M8 4.5h5.5M2.5 11.5l1.2 1.2L6 10.4M8 11.5h5.5",
  approvals: "M8 2 13 4v4c0 3-2.2 5-5 6-2.800-1-5-3-5-6V4ZM5.800 8l1.600 1.600L10.400 6.500",
  meeting: "M8 7a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM3.500 13.500c0-2.500 2-4 4.500-4s4.500 1.500 4.500 4",
  bills: "M1.8 4h12.4v8.2H1.8ZM4.2 6.6h4.4M4.2 9.4h2.6M11 9.6a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3Z",
  settings:
    "M2.5 4.5h6M11.5 4.5h2M2.5 11.5h2M7.5 11.5h6M10 6.3a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6ZM6 13.3a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6Z",
  policy: "M2.5 13.5h3v-3h3v-3h3v-3h2.5",
  search: "M7.2 11.7a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM10.6 10.6l3.2 3.2",
  menu: "M2.5 4.5h11M2.5 8h11M2.5 11.5h11",
  question:
    "M6 6.2a2 2 0 1 1 2.9 1.8c-.6.3-.9.7-.9 1.4M8 11.6v.2M8 14.3A6.3 6.3 0 1 0 8 1.7a6.3 6.3 0 0 0 0 12.6Z",
  down: "M4 6.2 8 10l4-3.8",
  right: "M6.2 4 10 8l-3.8 4",
  left: "M9.8 4 6 8l3.8 4",
  close: "M4 4l8 8M12 4l-8 8",
  call: "M5.6 2.5H3.4c-.6 0-1 .5-.9 1 .4 5 4 8.6 9 9 .5 0 1-.4 1-.9v-2.2l-2.7-1-1.4 1.5a9 9 0 0 1-3.3-3.3l1.5-1.4Z",
  email: "M2 3.8h12v8.5H2ZM2.3 4.3 8 8.8l5.7-4.5",
  letter: "M4 1.8h5.5L12.5 5v9.2H4ZM9.3 2v3.2h3M6 8h4.5M6 10.6h4.5",
  visit:
    "M8 14.2s4.6-4.1 4.6-7.6A4.6 4.6 0 0 0 3.4 6.6c0 3.5 4.6 7.6 4.6 7.6ZM8 8.4a1.7 1.7 0 1 0 0-3.5 1.7 1.7 0 0 0 0 3.5Z",
  review: "M3.5 2h9v12h-9ZM6 5.2h4M6 8h4M6 10.8h2.2",
  check: "M3 8.5l3.3 3.3L13 4.8",
  warning: "M8 2 14.5 13.5h-13ZM8 6.5v3.2M8 11.5v.2",
  info: "M8 14.3A6.3 6.3 0 1 0 8 1.7a6.3 6.3 0 0 0 0 12.6ZM8 7.3v3.9M8 4.9v.2",
  download: "M8 2.5V10M5 7.2l3 2.8 3-2.8M2.5 11v2.5h11V11",
  plus: "M8 3v10M3 8h10",
  undo: "M5.5 3 2.5 6l3 3M2.5 6h6.8a4 4 0 0 1 0 8H6",
  person:
    "M8 8a2.8 2.8 0 1 0 0-5.6A2.8 2.8 0 0 0 8 8ZM2.8 14c0-2.9 2.3-4.3 5.2-4.3s5.2 1.4 5.2 4.3",
  language:
    "M8 14.3A6.3 6.3 0 1 0 8 1.7a6.3 6.3 0 0 0 0 12.6ZM1.9 8h12.2M8 1.7c4 4 4 8.6 0 12.6M8 1.7c-4 4-4 8.6 0 12.6",
  pause: "M5.5 3.5v9M10.5 3.5v9",
  disputes: "M2.5 3h11v8h-6l-3 2.8V11h-2ZM8 5v2.7M8 9v.2",
  dispute: "M2.5 3h11v8h-6l-3 2.8V11h-2ZM8 5v2.7M8 9v.2",
  promise: "M2.5 4h11v9.5h-11ZM2.5 7h11M5.5 2.5V5M10.5 2.5V5M8 8.7v3.3M6.3 10.4h3.4",
  promises: "M2.5 4h11v9.5h-11ZM2.5 7h11M5.5 2.5V5M10.5 2.5V5M8 8.7v3.3M6.3 10.4h3.4",
  edit: "M10.8 2.7 13.3 5.2 5.7 12.8l-3.2.7.7-3.2Z",
  door: "M4 14V2.2h8V14M2 14h12M9.6 8.2v.2",
  clock: "M8 14.3A6.3 6.3 0 1 0 8 1.7a6.3 6.3 0 0 0 0 12.6ZM8 4.6V8l2.4 1.6",
  money:
    "M8 14.3A6.3 6.3 0 1 0 8 1.7a6.3 6.3 0 0 0 0 12.6ZM5.6 4.6 8 7.8l2.4-3.2M5.8 8h4.4M5.8 10h4.4M8 8v4",
  file: "M4 1.8h5.5L12.5 5v9.2H4ZM9.3 2v3.2h3",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth={1.4}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
