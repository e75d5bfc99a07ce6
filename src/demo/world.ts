/** The demo world: a seller's customers, each with a habit, its contacts and its contract. */
import type { ContactRole } from "../domain/book/import-row.ts";
import { usccCheckCharacter } from "../domain/countries/china/uscc.ts";
import type { Grade } from "../domain/strategy/policy.ts";
import { addDays, type PlainDate, type WorkCalendar } from "../domain/values/calendar.ts";
import { type Currency, currency } from "../domain/values/money.ts";
import { type Chance, chanceOf } from "./chance.ts";
import {
  COMPANIES,
  type CompanyName,
  FOREIGN_PEOPLE,
  GIVEN_NAMES,
  SALESPEOPLE,
  SURNAMES,
} from "./company-names.ts";
import { type Habit, habitAt, type Intent } from "./habits.ts";

export type WorldContact = {
  readonly name: string;
  readonly role: ContactRole;
  readonly email: string;
  readonly phone: string;
};

/** Part of an invoice that the customer means to pay at one time; `payOn` null: not decided yet. */
export type WorldPart = {
  readonly intent: Intent;
  readonly minor: bigint;
  payOn: PlainDate | null;
  paid: boolean;
};

export type WorldInvoice = {
  readonly number: string;
  readonly customer: WorldCustomer;
  readonly minor: bigint;
  readonly issuedOn: PlainDate;
  readonly dueOn: PlainDate;
  readonly reference: string;
  readonly parts: readonly WorldPart[];
  /** What the ledger must say is open. */
  open: bigint;
  /** How many letters listed it after its due day. */
  letters: number;
  disputed: boolean;
};

export type WorldCustomer = {
  readonly number: string;
  readonly company: CompanyName;
  readonly uscc: string | null;
  readonly language: "zh" | "en";
  readonly grade: Grade | null;
  readonly currency: Currency;
  readonly termsDays: number;
  readonly contractNumber: string;
  readonly salesperson: string;
  readonly habit: Habit;
  readonly contacts: readonly WorldContact[];
  readonly chance: Chance;
  /** Days between invoices, and an ordinary invoice in whole units. */
  readonly everyDays: number;
  readonly ordinary: number;
  nextInvoiceOn: PlainDate;
};

export type World = {
  readonly chance: Chance;
  readonly calendar: WorkCalendar;
  /** The first day that is played; what was open before is brought in on it. */
  readonly startOn: PlainDate;
  readonly customers: readonly WorldCustomer[];
  readonly invoices: Map<string, WorldInvoice>;
  counted: number;
};

export type WorldOptions = {
  readonly seed: string;
  readonly customers: number;
  readonly startOn: PlainDate;
  readonly calendar: WorkCalendar;
};

/** How long before the first day the sellers' books begin. */
export const HISTORY_DAYS = 200;

export function makeWorld({ seed, customers, startOn, calendar }: WorldOptions): World {
  const chance = chanceOf(seed);
  return {
    chance,
    calendar,
    startOn,
    customers: Array.from({ length: customers }, (_, at) =>
      makeCustomer(seed, at, customers, startOn),
    ),
    invoices: new Map(),
    counted: 0,
  };
}

/** Later rounds through the names get a number, so that a large world still has distinct ones. */
function companyAt(place: number): CompanyName {
  const round = Math.floor(place / COMPANIES.length);
  const company = COMPANIES[place % COMPANIES.length] as CompanyName;
  if (round === 0) return company;
  const mark = company.region === null ? ` (${round + 1})` : `第${round + 1}分公司`;
  return { ...company, name: `${company.name}${mark}`, brand: `${company.brand}${round + 1}` };
}

function makeCustomer(
  seed: string,
  place: number,
  customers: number,
  startOn: PlainDate,
): WorldCustomer {
  const chance = chanceOf(`${seed}/${place}`);
  const company = companyAt(place);
  const habit = habitAt(place, customers);
  const foreign = company.region === null;
  const everyDays = chance.pick([14, 21, 30, 30, 45, 60]);
  return {
    number: `C${String(place + 1).padStart(4, "0")}`,
    company,
    uscc: company.region === null ? null : inventUscc(company.region, chance),
    language: foreign ? "en" : "zh",
    grade: chance.happens(90) ? habit.grade : null,
    currency: currency(foreign ? chance.pick(["USD", "EUR"]) : "CNY"),
    termsDays: chance.pick(foreign ? [30, 45] : [30, 30, 45, 60, 60, 90]),
    contractNumber: `YS-${startOn.slice(0, 4)}-${String(place + 1).padStart(3, "0")}`,
    salesperson: chance.pick(SALESPEOPLE),
    habit,
    contacts: makeContacts(company, chance),
    chance,
    everyDays,
    ordinary: chance.integer(4, 60) * chance.pick([500, 1000, 2000, 5000]),
    nextInvoiceOn: addDays(startOn, chance.integer(0, everyDays) - HISTORY_DAYS),
  };
}

const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2] as const;

/** A code whose form and both check characters hold, with an organisation code that is invented. */
export function inventUscc(region: string, chance: Chance): string {
  const body = `MADEM${String(chance.integer(0, 999)).padStart(3, "0")}`;
  const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  const sum = ORGANISATION_WEIGHTS.reduce(
    (so, weight, at) => so + weight * alphabet.indexOf(body.charAt(at)),
    0,
  );
  const check = (11 - (sum % 11)) % 11;
  const first = `91${region}${body}${check === 10 ? "X" : check}`;
  return `${first}${usccCheckCharacter(first)}`;
}

const ROLES: readonly (readonly [ContactRole, string])[] = [
  ["clerk", "ap"],
  ["finance_head", "finance"],
  ["procurement", "purchasing"],
  ["management", "office"],
  ["legal_rep", "legal"],
];

/** Everybody has somebody who pays the bills; the others are not always known. */
function makeContacts(company: CompanyName, chance: Chance): readonly WorldContact[] {
  const known = ROLES.filter(([role]) => role === "clerk" || chance.happens(60));
  return known.map(([role, mailbox]) => ({
    role,
    name:
      company.region === null
        ? chance.pick(FOREIGN_PEOPLE)
        : chance.pick(SURNAMES) + chance.pick(GIVEN_NAMES),
    email: `${mailbox}@${company.brand}.example`,
    // No subscriber number begins with 0000, so nobody is ever called by mistake.
    phone: `${company.area}-0000${String(chance.integer(0, 9999)).padStart(4, "0")}`,
  }));
}
