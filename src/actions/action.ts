/** What an action is: one verb of the desk. It loads and locks, asks the domain, saves. */
import type { Permission, Role } from "../domain/desk/permission.ts";
import type { Reach } from "../domain/desk/scope.ts";
import type { Brand } from "../domain/values/brand.ts";
import type { Instant, PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId, UserId } from "../domain/values/ids.ts";
import type { Result } from "../domain/values/result.ts";
import type { Executor } from "../store/sql.ts";

/** Who acts: a signed-in person, the operator at the machine's own console, or the worker. */
export type Actor = {
  readonly name: string;
  /** Null: nobody who signs in, but the console, the worker, the house itself. */
  readonly user: UserId | null;
  /** The roles in which they decide on what others ask for: none that they gave themselves. */
  readonly decidesAs: readonly Role[];
  readonly permissions: ReadonlySet<Permission>;
  /** Whose customers they see: everything else is not there for them. */
  readonly reach: Reach;
};

/** What every action gets: its transaction, the business day, the moment, and new ids. */
export type SharedContext = {
  readonly tx: Executor;
  readonly today: PlainDate;
  readonly now: Instant;
  readonly actor: Actor;
  newId<Id extends Brand<string, string>>(): Id;
};

export type Context = SharedContext & { readonly creditorId: CreditorId };

type Verb<Given, Input, Value, Refusal> = {
  readonly name: string;
  readonly permission: Permission;
  /** What the audit keeps of the input where the whole would be too large or too private. */
  readonly audited?: (input: Input) => unknown;
  run(context: Given, input: Input): Promise<Result<Value, Refusal>>;
};

/** A verb on one creditor's book. Its value is plain JSON, since a repeated key replays it. */
export type Action<Input, Value, Refusal> = Verb<Context, Input, Value, Refusal> & {
  readonly scope: "creditor";
};

/** A verb on what creditors share: calendars, people, creditors themselves. */
export type SharedAction<Input, Value, Refusal> = Verb<SharedContext, Input, Value, Refusal> & {
  readonly scope: "shared";
};

export const defineAction = <Input, Value, Refusal>(
  verb: Verb<Context, Input, Value, Refusal>,
): Action<Input, Value, Refusal> => ({ ...verb, scope: "creditor" });

export const defineSharedAction = <Input, Value, Refusal>(
  verb: Verb<SharedContext, Input, Value, Refusal>,
): SharedAction<Input, Value, Refusal> => ({ ...verb, scope: "shared" });
