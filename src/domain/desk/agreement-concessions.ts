/** What an agreement's words give up, or what follows from them: said before it is released. */
import { addMonths, type PlainDate } from "../values/calendar.ts";
import type { AgreementKind } from "./agreement.ts";
import type { AgreementClauses } from "./agreement-clauses.ts";
import type { WireAmount } from "./agreement-terms.ts";
import type { TaskReason } from "./task.ts";

/** `givesUp`: a right of ours is lost; releasing the document needs a person's express yes. */
export type Concession = TaskReason & { readonly givesUp: boolean };

export type ConcessionSource = {
  readonly kind: AgreementKind;
  readonly clauses: AgreementClauses;
  /** Whether the document states interest beside the principal. */
  readonly statesInterest: boolean;
  readonly forgiven: WireAmount | null;
  readonly parts: readonly {
    readonly number: string;
    readonly dueOn: PlainDate;
    readonly newDueOn: PlainDate | null;
  }[];
  /** Guarantees that the contracts of the claims name. */
  readonly guarantees: readonly string[];
  readonly today: PlainDate;
};

const ARTICLE_18 = "《最高人民法院关于审理买卖合同纠纷案件适用法律问题的解释》第十八条";
const ARTICLE_19 = "《最高人民法院关于审理民事案件适用诉讼时效制度若干问题的规定》第十九条";
const ARTICLE_695 = "《民法典》第六百九十五条";

/**
 * A repayment agreement that is silent on the penalty leaves it claimable, unless it states
 * principal and interest or changes the terms (18(3)); so without a reservation it is given up.
 */
function penalty({ kind, clauses, statesInterest }: ConcessionSource): readonly Concession[] {
  if (clauses.reservePenalty || kind === "discount") return [];
  const code = statesInterest ? "penalty_lost_by_interest" : "penalty_lost_by_terms";
  return [{ code, article: ARTICLE_18, givesUp: true }];
}

/** Moving a due day keeps the penalty's clause but moves its start (18(1)). */
function start({ kind, parts, today }: ConcessionSource): readonly Concession[] {
  if (kind !== "extension") return [];
  const passed = parts.filter(({ dueOn }) => dueOn < today);
  return passed.map(({ number, dueOn, newDueOn }) => ({
    ...{ code: "penalty_start_moves", article: ARTICLE_18 },
    ...{ number, from: dueOn, to: newDueOn, givesUp: false },
  }));
}

/** Old debts: only an express yes to perform takes the debtor's defence away (19(2)). */
function limitation({ parts, clauses, today }: ConcessionSource): readonly Concession[] {
  const old = parts.filter(({ dueOn }) => addMonths(dueOn, 36) < today);
  if (old.length === 0) return [];
  const code = clauses.waivesLimitation ? "limitation_waived" : "limitation_not_waived";
  const numbers = old.map(({ number }) => number);
  return [{ code, article: ARTICLE_19, numbers, givesUp: false }];
}

/** Who guarantees the contract answers for no more than they agreed to in writing (695). */
function guarantor({ guarantees, clauses, kind }: ConcessionSource): readonly Concession[] {
  if (guarantees.length === 0 || clauses.guarantor !== null || kind === "discount") return [];
  return [{ code: "guarantor_not_asked", article: ARTICLE_695, guarantees, givesUp: false }];
}

/** Everything that the document as it stands gives up or brings with it; empty: nothing. */
export function whatItGivesUp(source: ConcessionSource): readonly Concession[] {
  const forgiven: readonly Concession[] =
    source.forgiven === null ? [] : [{ code: "forgives", amount: source.forgiven, givesUp: false }];
  return [
    ...penalty(source),
    ...start(source),
    ...limitation(source),
    ...guarantor(source),
    ...forgiven,
  ];
}
