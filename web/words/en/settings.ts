/** English words of the company's page: letterhead, test mode, mail, working days. */
import type * as zh from "../zh/settings.ts";

export const settings: typeof zh.settings = {
  title: "Company",
  letterhead: "Letterhead and bank account",
  letterheadHint:
    "What letters say: who asks, where to pay, whom to call. Released letters stay as they are.",
  fields: {
    name: "Company name",
    nameEn: "English name",
    uscc: "Unified Social Credit Code",
    address: "Address",
    phone: "Phone",
    email: "E-mail",
    bankName: "Bank",
    bankAccount: "Account number",
  },
  neededToSend: "Missing: needed before test mode can be left",
  neededWhileSending: "Letters go to customers: this can't be empty",
  emailMalformed: "This is no e-mail address",
  preview: "Preview of the letterhead",
  previewLanguage: "Language of the letter",
  saved: "Saved",
  unsaved: "There are unsaved changes",
  unchanged: "Nothing changed",
  testMode: "Test mode",
  testOn: "On",
  testOff: "Off",
  testOnText:
    "Released letters are written to a folder on the server and never reach a customer. Watch plans and letters for some days, then leave it.",
  testOffText:
    "Released e-mails reach customers; printed letters go to the print folder, to be posted by a person.",
  leaveTest: "Leave test mode",
  leaveTestTitle: "Leave test mode and write to customers?",
  leaveTestSure:
    "From now on, every released letter really reaches the customer and can't be called back once it has left.",
  leaveTestLead: "Make sure before:",
  leaveTestChecks: [
    "the letterhead and the bank account are right",
    "customers' contacts and their e-mail addresses are right",
  ],
  leaveTestBefore: "Letters released in test mode are not sent later.",
  leaveTestNoMail: "No mail server is connected: until it is, e-mails still go to the folder.",
  leaveTestAct: "Leave and write to customers",
  leftTest: "Test mode is off: letters go to customers",
  enterTest: "Enter test mode",
  enteredTest: "Test mode is on: nothing reaches a customer",
  mail: "Mail",
  mailNow: { smtp: "SMTP connected", folder: "Written to a folder" },
  mailText: {
    smtp: "E-mails leave by the SMTP server set on the server.",
    folder:
      "No mail server is connected: e-mails are written to the folder mail inside the data folder and don't leave.",
  },
  mailHow: {
    smtp: "Two environment variables decide at the start; restart after changing them:",
    folder: "To send them, set these two environment variables and restart:",
  },
  mailVariables: {
    SMTP_URL: "the mail server, such as smtps://user:password@smtp.example.com:465",
    MAIL_FROM: "the sender, such as Receivables <ar@example.com>",
  },
  calendar: "Working days",
  calendarHint:
    "Customers are chased on working days only. Public holidays and make-up days of these years are entered from the official notice:",
  calendarNone: "No year's public holidays are entered yet.",
  calendarColumns: { year: "Year", source: "Source", verified: "Verified" },
  calendarBeyond: (year) =>
    `From ${year} on, weekends alone count and days are provisional. Once the notice is published, enter it on the server:`,
  calendarAlways: "Weekends alone count and all days are provisional. Enter a year on the server:",
  calendarCommand: (year) => `huikuan calendar import ${year}.csv --source WHERE-IT-IS-PUBLISHED`,
  general: "General",
  code: "Company code",
  timeZone: "Time zone",
  homeCurrency: "Home currency",
};
