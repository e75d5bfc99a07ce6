/** The invented customers could be real, and none of them is. */
import { describe, expect, test } from "vitest";
import { day } from "../../test/kit/arbitraries.ts";
import { parseUscc } from "../domain/countries/china/uscc.ts";
import { chinaCalendar } from "../domain/countries/china.ts";
import { addDays, isWorkingDay } from "../domain/values/calendar.ts";
import { issueInvoices, payInvoices } from "./payer.ts";
import { HISTORY_DAYS, makeWorld, type World } from "./world.ts";

const startOn = day("2026-03-02");
const world = (seed: string, customers = 90): World =>
  makeWorld({ seed, customers, startOn, calendar: chinaCalendar });

describe("the customers", () => {
  const { customers } = world("a");

  test("have different numbers and names", () => {
    expect(new Set(customers.map(({ number }) => number)).size).toBe(90);
    expect(new Set(customers.map(({ company }) => company.name)).size).toBe(90);
  });

  test("have codes whose form and check character hold; foreign ones have none", () => {
    for (const { uscc, company, language } of customers) {
      expect(uscc === null).toBe(company.region === null);
      expect(language).toBe(company.region === null ? "en" : "zh");
      if (uscc === null) continue;
      expect(parseUscc(uscc)).toMatchObject({ ok: true, value: { checksumHolds: true } });
    }
  });

  test("can't be reached by mistake: reserved mail domains, telephone numbers nobody has", () => {
    const contacts = customers.flatMap((each) => each.contacts);
    expect(contacts.every(({ email }) => email.endsWith(".example"))).toBe(true);
    expect(contacts.every(({ phone }) => /-0000\d{4}$/.test(phone))).toBe(true);
    expect(customers.every((each) => each.contacts.some(({ role }) => role === "clerk"))).toBe(
      true,
    );
  });

  test("are of many habits, most of them harmless", () => {
    const habits = customers.map(({ habit }) => habit.name);
    expect(new Set(habits).size).toBe(9);
    expect(habits.filter((name) => name === "punctual").length).toBeGreaterThan(
      habits.filter((name) => name === "silent").length,
    );
  });
});

/** Plays a year of issuing and paying without any seller: what customers do of themselves. */
function playAlone(played: World): string[] {
  const lines: string[] = [];
  for (let at = -HISTORY_DAYS; at < 165; at += 1) {
    const today = addDays(startOn, at);
    const issued = issueInvoices(played, today);
    if (issued.length > 0) expect(isWorkingDay(chinaCalendar, today)).toBe(true);
    lines.push(...issued.map(({ number, minor }) => `${today} ${number} ${minor}`));
    for (const { minor, settles } of payInvoices(played, today)) {
      expect(minor > 0n).toBe(true);
      expect(settles.length).toBeGreaterThan(0);
      let left = minor;
      for (const invoice of settles) {
        const part = left < invoice.open ? left : invoice.open;
        invoice.open -= part;
        left -= part;
      }
      expect(left).toBe(0n);
      lines.push(`${today} paid ${minor} for ${settles.map(({ number }) => number)}`);
    }
  }
  return lines;
}

test("the same seed lives the same year, another seed another one", () => {
  const [year, again, other] = [world("a", 30), world("a", 30), world("b", 30)].map(playAlone);
  expect(again).toEqual(year);
  expect(other).not.toEqual(year);
});

test("nobody pays more than it owes, and who is punctual owes nothing that is late", () => {
  const played = world("c", 40);
  playAlone(played);
  const end = addDays(startOn, 150);
  for (const { open, minor, parts, customer, dueOn } of played.invoices.values()) {
    expect(open >= 0n && open <= minor).toBe(true);
    expect(parts.reduce((sum, part) => sum + part.minor, 0n)).toBe(minor);
    const paid = parts.every((part) => part.paid);
    if (customer.habit.name === "punctual" && dueOn < addDays(end, -5)) expect(paid).toBe(true);
  }
});
