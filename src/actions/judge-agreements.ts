/** Judges the agreements that a day's close finds due: what is paid, missed, earned, lapsed. */
import { type Follow, followUp } from "../domain/desk/agreement-follow-up.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import { ok, type Result, refuse } from "../domain/values/result.ts";
import {
  type AgreementItemRow,
  listAgreementItems,
  listInstalments,
  type StoredInstalment,
  updateInstalments,
  updateSettled,
} from "../store/agreement-items.ts";
import type { AgreementRow } from "../store/agreements.ts";
import {
  type DueAgreement,
  listAgreementsById,
  listDueAgreements,
} from "../store/agreements-due.ts";
import { lockCustomers } from "../store/customers.ts";
import { type Lowering, listLowerings } from "../store/debt-facts.ts";
import { type Context, defineAction } from "./action.ts";
import { carryOutFollow } from "./carry-out-follow.ts";
import { type Desk, perform } from "./perform.ts";

/** Agreements judged by one short transaction. */
const CHUNK = 200;

type Chunk = { readonly day: PlainDate; readonly after: DueAgreement | null };
type Judged = { readonly count: number; readonly last: DueAgreement };
type NothingDue = { readonly code: "nothing_due" };

export type FollowedAgreement = {
  readonly agreement: AgreementRow;
  readonly items: readonly AgreementItemRow[];
  readonly instalments: readonly StoredInstalment[];
  readonly follow: Follow;
};

type Loaded = {
  readonly items: readonly AgreementItemRow[];
  readonly instalments: readonly StoredInstalment[];
  readonly lowerings: readonly Lowering[];
};

function followOne(agreement: AgreementRow, loaded: Loaded, day: PlainDate): FollowedAgreement {
  const items = loaded.items.filter((item) => item.agreement === agreement.id);
  const instalments = loaded.instalments.filter((row) => row.agreement === agreement.id);
  const own = new Set(items.map(({ item }) => item));
  const lowered = loaded.lowerings.filter(({ item }) => own.has(item));
  const follow = followUp({ ...agreement, parts: items, lowered, instalments }, day);
  return { agreement, items, instalments, follow };
}

/** What was judged and what it changes is written in bulk; what a person must see one by one. */
async function write(context: Context, followed: readonly FollowedAgreement[]): Promise<void> {
  const { tx, creditorId } = context;
  const settled = followed.flatMap(({ agreement, items, follow }) =>
    items.map(({ item }, at) => ({
      ...{ agreement: agreement.id, item, settled: follow.settled[at] ?? 0n },
    })),
  );
  await updateSettled(tx, creditorId, settled);
  const judged = followed.flatMap(({ agreement, follow }) =>
    (follow.plan?.instalments ?? []).map((row) => ({ ...row, agreement: agreement.id })),
  );
  if (judged.length > 0) await updateInstalments(tx, creditorId, judged);
  for (const one of followed) await carryOutFollow(context, one);
}

const judgeChunk = defineAction<Chunk, Judged, NothingDue>({
  name: "judge_agreements",
  permission: "plan:run",
  async run(context, { day, after }) {
    const { tx, creditorId } = context;
    const due = await listDueAgreements(tx, creditorId, day, after, CHUNK);
    const last = due.at(-1);
    if (last === undefined) return refuse({ code: "nothing_due" });
    await lockCustomers(tx, creditorId, [...new Set(due.map(({ customer }) => customer))]);
    const ids = due.map(({ id }) => id);
    const agreements = await listAgreementsById(tx, creditorId, ids);
    const items = await listAgreementItems(tx, creditorId, ids);
    const listed = [...new Set(items.map(({ item }) => item))];
    const instalments = await listInstalments(tx, creditorId, ids);
    const lowerings = await listLowerings(tx, creditorId, listed);
    const loaded = { items, instalments, lowerings };
    await write(
      context,
      agreements.map((agreement) => followOne(agreement, loaded, day)),
    );
    return ok({ count: due.length, last });
  },
});

/** Judges all that is due on a day, chunk by chunk; cheap where nothing is. */
export async function judgeAgreements(desk: Desk, day: PlainDate): Promise<Result<null, never>> {
  let after: DueAgreement | null = null;
  for (;;) {
    const chunk: Awaited<ReturnType<typeof judge>> = await judge(desk, day, after);
    if (!chunk.ok || chunk.value.count < CHUNK) return ok(null);
    after = chunk.value.last;
  }
}

const judge = (desk: Desk, day: PlainDate, after: DueAgreement | null) =>
  perform(desk, judgeChunk, { day, after });
