/** English words of the creditor's settings. */
import type * as zh from "../zh/settings.ts";

export const settings: typeof zh.settings = {
  title: "Company settings",
  letterhead: "Letterhead and bank account",
  letterheadHint: "What a demand says: who asks, where to pay, and whom to call.",
  fields: {
    name: "Company name",
    nameEn: "English name",
    uscc: "USCC",
    address: "Address",
    phone: "Phone",
    email: "E-mail",
    bankName: "Bank",
    bankAccount: "Account number",
  },
  saved: "Saved",
  sending: "Sending",
  testOn: "Test mode is on",
  testOff: "Test mode is off",
  testOnText: "Letters are written to a folder and never reach a customer.",
  testOffText: "Released letters are sent to customers.",
  leaveTest: "Leave test mode",
  leaveTestSure: "From then on, released letters are sent to customers.",
  enterTest: "Enter test mode",
  mail: {
    smtp: "Mail leaves by SMTP",
    folder:
      "Mail is not connected: letters go to a folder. Set SMTP_URL and MAIL_FROM before starting.",
  },
  calendar: "Working days",
  calendarHint: "Public holidays of these years are known; other years go by weekends alone.",
  calendarYear: (year, verifiedOn) => `${year} · verified ${verifiedOn}`,
  source: "source",
  general: "General",
  code: "Company code",
  timeZone: "Time zone",
  homeCurrency: "Home currency",
};
