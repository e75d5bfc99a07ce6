/** What stories say of promises: taken, refused, overruled, withdrawn, changed. */
import { countMoney } from "../../src/domain/desk/promise-money.ts";
import { judgePromise } from "../../src/domain/desk/promise-to-pay.ts";
import { restingOf } from "../../src/domain/strategy/resting.ts";
import { plainDate } from "../../src/domain/values/calendar.ts";
import type { PromiseId } from "../../src/domain/values/ids.ts";
import { money, moneyOf } from "../../src/domain/values/money.ts";
import { type Frame, itemId } from "../kit/dunning.ts";
import { factsOf, type Line, momentOf, type Told, type Verb, wrong } from "./verbs.ts";

/** What is free of each item on a day: neither disputed nor planned nor promised. */
function promisable(told: Told, { on }: Line) {
  const { promises, money: came } = factsOf(told);
  const at = { ...told.at, promises: countMoney(promises, came) };
  return at.items.map((owed) => ({
    id: owed.id,
    open: money(owed.open, owed.currency),
    free: money(restingOf(owed, at, on).free, owed.currency),
  }));
}

const judged = (
  told: Told,
  [amount = "", unit = "", payOn = "", number = ""]: string[],
  line: Line,
  { policy }: Frame,
  overruled: boolean,
) => {
  const broken = told.at.promises.filter(({ state }) => state !== "open").length;
  const account = { items: promisable(told, line), broken, overruled };
  const items = [{ item: itemId(number), amount: moneyOf(amount, unit) }];
  return judgePromise({ payOn: plainDate(payOn), items }, account, policy.promises, line.on);
};

/** A promise for one item; or one that is refused, and as what. */
export const promised: Verb = (told, words, line, frame) => {
  const [refused, overruled] = [words[4], words[5]];
  const taken = judged(told, words, line, frame, overruled !== undefined);
  if (!taken.ok) {
    return taken.refusal.code === refused ? told : wrong(line, `refused: ${taken.refusal.code}`);
  }
  if (refused !== undefined) wrong(line, "was not refused");
  const { payOn, judgeOn, items } = taken.value;
  const promise = {
    ...{ id: `promise of line ${line.number}` as PromiseId, payOn, judgeOn },
    ...{ takenOn: line.on, takenAt: momentOf(line) },
    items: items.map(({ item, amount }) => ({ item, amount: amount.minor, came: 0n })),
    ...{ state: "open" as const, judgedOn: null },
  };
  return { ...told, at: { ...told.at, promises: [...told.at.promises, promise] } };
};

/** The open promises for an item end without being judged. */
export const withdrawn: Verb = (told, [number], line) => {
  const left = told.at.promises.filter(
    ({ state, items }) => state !== "open" || !items.some(({ item }) => item === number),
  );
  if (left.length === told.at.promises.length) wrong(line, `nothing is promised for ${number}`);
  return { ...told, at: { ...told.at, promises: left } };
};

/** Withdrawn and taken anew in one act. */
export const changed: Verb = (told, [number = "", amount = "", unit = "", on = ""], line, frame) =>
  promised(withdrawn(told, [number], line, frame), [amount, unit, on, number], line, frame);
