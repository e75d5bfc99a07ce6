/** Loads the demo company: nine months of an invented seller, played through the real actions. */
import { type CreateCreditorRefusal, createCreditor } from "../actions/create-creditor.ts";
import { finishDemo } from "../actions/finish-demo.ts";
import {
  accepted,
  type Desk,
  type PerformRefusal,
  perform,
  performShared,
  type SharedDesk,
} from "../actions/perform.ts";
import { performTogether } from "../actions/perform-together.ts";
import type { PolicyText } from "../actions/publish-policy.ts";
import { removeDemoCompany } from "../actions/remove-demo.ts";
import { chinaCalendar } from "../domain/countries/china.ts";
import {
  addDays,
  daysBetween,
  type Instant,
  type PlainDate,
  type WorkCalendar,
} from "../domain/values/calendar.ts";
import type { CreditorId } from "../domain/values/ids.ts";
import { ok, type Result, refuse } from "../domain/values/result.ts";
import { viewCreditorCodes } from "../views/demo-desk.ts";
import { type Chance, chanceOf } from "./chance.ts";
import { claimMoney } from "./claim-money.ts";
import { openBook, playDay, startPlay } from "./play-day.ts";
import { makeWorld } from "./world.ts";

/** The code of the demo's creditor. */
export const DEMO_CODE = "demo";

export const DEMO_COMPANY = {
  name: "云杉精密机械（苏州）有限公司",
  nameEn: "Spruce Precision Machinery (Suzhou) Co., Ltd.",
  address: "江苏省苏州市吴中区越溪街道示例路88号",
  phone: "0512-00008800",
  email: "ar@yunshan.example",
  bankName: "示例银行苏州吴中支行",
  bankAccount: "0000 8888 0000 6666",
};

export type DemoOptions = {
  /** Its database and operator; its clock tells which day the demo ends on. */
  readonly desk: SharedDesk;
  readonly policy: PolicyText;
  readonly today: PlainDate;
  readonly seed?: string;
  readonly customers?: number;
  readonly days?: number;
  readonly calendar?: WorkCalendar;
  /** Told after each day, for a progress bar. */
  readonly onDay?: (played: number, all: number) => void;
};

export type DemoRefusal = CreateCreditorRefusal | PerformRefusal;
export type DemoLoaded = { readonly creditor: CreditorId; readonly days: number };

/** What it is called until it is whole. */
const LOADING_CODE = "demo-loading";

/** So many days are stored at once: faster than each action alone, and rows stay short-lived. */
const STRETCH_DAYS = 7;

/** Days at the end of which a person's work is left to the person who opens the demo. */
const LEFT_DAYS = 1;
/** The cashier has been away for so long, so that the match desk has something to ask. */
const LEFT_MONEY_DAYS = 12;

/**
 * Played under another code and named the demo at its end, so that one that was interrupted is
 * recognised and made anew. Refused where the demo is there already. The same seed and day give
 * the same demo.
 */
export async function loadDemo(options: DemoOptions): Promise<Result<DemoLoaded, DemoRefusal>> {
  const { desk } = options;
  const codes = await viewCreditorCodes(desk.database);
  if (codes.has(DEMO_CODE)) return refuse({ code: "creditor_code_taken", creditor: DEMO_CODE });
  if (codes.has(LOADING_CODE)) {
    accepted(await performShared(desk, removeDemoCompany, { code: LOADING_CODE }));
  }
  return playDemo(options);
}

async function playDemo({
  desk,
  policy,
  today,
  seed = "云杉",
  customers = 40,
  days = 270,
  calendar = chinaCalendar,
  onDay,
}: DemoOptions): Promise<Result<DemoLoaded, DemoRefusal>> {
  const startOn = addDays(today, -days);
  const chance = chanceOf(`${seed} ids`);
  const on = (day: PlainDate) => ({ ...desk, today: day, clock: clockOn(day, chance) });
  const offer = { ...DEMO_COMPANY, code: LOADING_CODE, demo: true, policy };
  const created = await performShared(on(startOn), createCreditor, offer);
  if (!created.ok) return created;

  const creditorId = created.value.id;
  const play = startPlay(makeWorld({ seed, customers, startOn, calendar }));
  await openBook(play, { ...on(startOn), creditorId });
  for (let at = 0; at <= days; at += STRETCH_DAYS) {
    await performTogether(desk, async ({ database }) => {
      for (let each = at; each < at + STRETCH_DAYS && each <= days; each += 1) {
        const day = addDays(startOn, each);
        await playDay(play, { ...on(day), database, creditorId }, day, {
          leaveWork: daysBetween(day, today) < LEFT_DAYS,
          leaveMoney: daysBetween(day, today) < LEFT_MONEY_DAYS,
          restOnDaysOff: day !== today,
        });
        onDay?.(each + 1, days + 1);
      }
    });
  }
  const ready = { ...on(today), creditorId };
  await claimMoney(ready, [...play.ids.values()]);
  accepted(await perform(ready, finishDemo, { code: DEMO_CODE }));
  return ok({ creditor: creditorId, days });
}

/** Half past nine in Shanghai on that day; ids come from the seed. */
function clockOn(day: PlainDate, chance: Chance): Desk["clock"] {
  return { now: () => `${day}T01:30:00.000Z` as Instant, random: () => chance.bits() };
}
