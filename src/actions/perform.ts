/** The one door through which everything is written: transaction, permission, audit, replay. */
import { businessDay, type Instant, type PlainDate } from "../domain/values/calendar.ts";
import { type CreditorId, uuidV7 } from "../domain/values/ids.ts";
import { Broken, type Result, refuse } from "../domain/values/result.ts";
import { findAuditedOutcome, insertAuditEntry } from "../store/audit.ts";
import { findTimeZone } from "../store/creditors.ts";
import type { Database } from "../store/database.ts";
import type { Executor } from "../store/sql.ts";
import { takeTouched } from "../store/touched.ts";
import type { Action, Actor, Context, SharedAction, SharedContext } from "./action.ts";
import { keepCases } from "./keep-cases.ts";

/** The world's clock and chance, injected so that a year can be played in a second. */
export type Clock = {
  now(): Instant;
  /** 128 random bits. */
  random(): bigint;
};

/** A desk at which one actor works: on one creditor's book, or on what creditors share. */
export type SharedDesk = {
  readonly database: Database;
  readonly actor: Actor;
  readonly clock: Clock;
  /** The business day to act on, where it is not the clock's (`--on`, the simulation). */
  readonly today?: PlainDate;
};
export type Desk = SharedDesk & { readonly creditorId: CreditorId };

export type PerformRefusal =
  | { readonly code: "not_permitted"; readonly permission: string }
  | { readonly code: "creditor_not_found" };

export type PerformOptions = {
  /** The same key gives the first answer again and writes nothing. */
  readonly key?: string;
  /** Everything is done and judged, then rolled back. */
  readonly dryRun?: boolean;
};

/** Carries the outcome out of a transaction that must not be committed. */
class RolledBack<Outcome> extends Error {
  readonly outcome: Outcome;
  constructor(outcome: Outcome) {
    super("rolled back on purpose");
    this.outcome = outcome;
  }
}

/** Performs a verb on one creditor's book. A refusal leaves nothing behind. */
export async function perform<Input, Value, Refusal>(
  desk: Desk,
  action: Action<Input, Value, Refusal>,
  input: Input,
  options: PerformOptions = {},
): Promise<Result<Value, Refusal | PerformRefusal>> {
  const makeContext = async (tx: Executor, now: Instant): Promise<Context | null> => {
    const zone = await findTimeZone(tx, desk.creditorId);
    if (zone === null) return null;
    const today = desk.today ?? businessDay(now, zone);
    return { ...contextOf(desk, tx, now, today), creditorId: desk.creditorId };
  };
  return carryOut(desk, action, input, options, makeContext, keepTouched);
}

/** Performs a verb on what creditors share. Its day is the one in UTC unless the desk says. */
export async function performShared<Input, Value, Refusal>(
  desk: SharedDesk,
  action: SharedAction<Input, Value, Refusal>,
  input: Input,
  options: PerformOptions = {},
): Promise<Result<Value, Refusal | PerformRefusal>> {
  const makeContext = async (tx: Executor, now: Instant) =>
    contextOf(desk, tx, now, desk.today ?? businessDay(now, "UTC"));
  return carryOut(desk, action, input, options, makeContext, async () => undefined);
}

/** The creditor's business day at this desk; null when there is no such creditor. */
export async function businessDayOf(desk: Desk): Promise<PlainDate | null> {
  const zone = await desk.database.reading((tx) => findTimeZone(tx, desk.creditorId));
  return zone === null ? null : (desk.today ?? businessDay(desk.clock.now(), zone));
}

function contextOf(desk: SharedDesk, tx: Executor, now: Instant, today: PlainDate): SharedContext {
  const newId: SharedContext["newId"] = <Id>() =>
    uuidV7(Date.parse(now), desk.clock.random()) as Id;
  return { tx, now, today, actor: desk.actor, newId };
}

type Performed<Given, Input, Value, Refusal> = {
  readonly name: string;
  readonly permission: Actor["permissions"] extends ReadonlySet<infer Permission>
    ? Permission
    : never;
  readonly audited?: (input: Input) => unknown;
  run(context: Given, input: Input): Promise<Result<Value, Refusal>>;
};

async function carryOut<Given extends SharedContext, Input, Value, Refusal>(
  desk: SharedDesk,
  action: Performed<Given, Input, Value, Refusal>,
  input: Input,
  { key, dryRun = false }: PerformOptions,
  makeContext: (tx: Executor, now: Instant) => Promise<Given | null>,
  finish: (context: Given) => Promise<void>,
): Promise<Result<Value, Refusal | PerformRefusal>> {
  const { permission, name } = action;
  if (!desk.actor.permissions.has(permission)) return refuse({ code: "not_permitted", permission });

  const inTransaction = async (tx: Executor): Promise<Result<Value, Refusal | PerformRefusal>> => {
    const context = await makeContext(tx, desk.clock.now());
    if (context === null) return refuse({ code: "creditor_not_found" });
    const creditorId = "creditorId" in context ? (context.creditorId as CreditorId) : null;
    if (key !== undefined) {
      const before = await findAuditedOutcome<Value>(tx, creditorId, name, key);
      if (before !== null) return { ok: true, value: before };
    }
    const outcome = await action.run(context, input);
    if (!outcome.ok || dryRun) throw new RolledBack(outcome);
    await finish(context);
    await insertAuditEntry(tx, {
      creditorId,
      at: context.now,
      actor: desk.actor.name,
      action: name,
      input: action.audited ? action.audited(input) : input,
      outcome: outcome.value,
      key: key ?? null,
    });
    return outcome;
  };

  try {
    return await desk.database.transaction(inTransaction, desk.actor.reach);
  } catch (error) {
    if (error instanceof RolledBack) return error.outcome as Result<Value, Refusal>;
    throw error;
  }
}

/**
 * The cases of whoever the action locked, judged anew in its own transaction: no action can forget
 * it, and what somebody did is on the list at once.
 */
async function keepTouched(context: Context): Promise<void> {
  const touched = takeTouched(context.tx);
  if (touched.length > 0) await keepCases(context, touched);
}

/** The value of an outcome that the caller knows cannot be refused; a refusal is a bug. */
export function accepted<Value, Refusal extends { readonly code: string }>(
  outcome: Result<Value, Refusal>,
): Value {
  if (outcome.ok) return outcome.value;
  const facts = JSON.stringify(outcome.refusal, (_, fact: unknown) =>
    typeof fact === "bigint" ? fact.toString() : fact,
  );
  throw new Broken(`this should hold: it is accepted, not refused: ${facts}`);
}
