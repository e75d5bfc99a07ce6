/** What an invariant of the simulation is: a question that finds nothing while all is well. */
import type { World } from "../../src/demo/world.ts";
import type { Policy } from "../../src/domain/strategy/policy.ts";
import type { PlainDate } from "../../src/domain/values/calendar.ts";
import type { CreditorId } from "../../src/domain/values/ids.ts";
import { type Executor, rows, type sql } from "../../src/store/sql.ts";

export type Watched = {
  readonly tx: Executor;
  readonly creditor: CreditorId;
  readonly day: PlainDate;
  readonly world: World;
  readonly policy: Policy;
};

/** Gives what breaks it, as text for a person; nothing when it holds. */
export type Invariant = {
  readonly name: string;
  find(watched: Watched): Promise<readonly string[]>;
};

export type Found = { readonly what: string };
export const texts = async (tx: Executor, query: ReturnType<typeof sql<Found>>) =>
  (await rows(tx, query)).map(({ what }) => what);
