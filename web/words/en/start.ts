/** English words of the first run: three doors and a check-list. */
import type * as zh from "../zh/start.ts";

export const start: typeof zh.start = {
  title: "Get started",
  lead: "Three doors; you can change at any time.",
  demo: "Look around the demo company",
  demoText:
    "An invented manufacturer with forty customers and nine months of history. Nothing is ever sent.",
  demoAct: "Open the demo company",
  demoMissing: "There is no demo company yet. On the server, run:",
  excel: "Import your Excel",
  excelText:
    "Receivables, customers, contacts, receipts as XLSX or CSV. You see what is made before it is stored.",
  excelAct: "Import a file",
  mail: "Connect mail",
  mailText: "Without mail, letters are written to a folder. To send them, set before starting:",
  mailNow: (mode) => (mode === "smtp" ? "SMTP is connected" : "Now: written to a folder"),
  steps: "Until the first letter has left",
  checks: {
    import: "Import your receivables",
    entry: "Choose where overdue documents enter the ladder",
    plan: "Look at the plan of the day and release the first letters",
    mail: "Connect mail and switch test mode off",
  },
};
