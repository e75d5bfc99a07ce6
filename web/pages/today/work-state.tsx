/** What must not be forgotten on the telephone: warnings, promises, disputes, plans, the group. */
import { Link } from "@tanstack/react-router";
import type { CustomerWork } from "../../../src/contract/today.ts";
import { PATHS } from "../../paths.ts";
import { useStepNames } from "../../queries/policy.ts";
import { useCreditor } from "../../queries/session.ts";
import { Amounts, amountWithCurrency } from "../../ui/amount.tsx";
import { Icon, type IconName } from "../../ui/icon.tsx";
import { reasonSentence } from "../../ui/reason.ts";
import { named } from "../../words/named.ts";
import type { Words } from "../../words/zh.ts";
import { useWords } from "../../words.tsx";

type WorkProps = { readonly work: CustomerWork };

export function Warnings({ work }: WorkProps) {
  const words = useWords();
  const stepName = useStepNames();
  const whole = words.acts.wholeCustomer;
  if (work.warnings.length === 0) return null;
  return (
    <ul className="stack tight">
      {work.warnings.map((warning) => {
        const of = { ...warning, item: warning["item"] ?? whole };
        const sentence = reasonSentence(words, of, stepName);
        return (
          <li key={sentence} className="notice warning">
            <Icon name="warning" />
            {sentence}
          </li>
        );
      })}
    </ul>
  );
}

type Line = {
  readonly key: string;
  readonly icon: IconName;
  readonly text: string;
  readonly danger?: true;
};

function linesOf({ work, terms }: Words, of: CustomerWork): readonly Line[] {
  const promises = of.promises.map(({ id, amount, payOn, state }): Line => {
    const money = amountWithCurrency(amount);
    return state === "open"
      ? { key: id, icon: "promise", text: work.promiseOpen(money, payOn) }
      : { key: id, icon: "promise", text: work.promiseMissed(money, payOn), danger: true };
  });
  const disputes = of.disputes.map(({ id, amount, item, reason }): Line => {
    const said = work.disputeOpen(amountWithCurrency(amount), item.number);
    return { key: id, icon: "dispute", text: `${said} · ${terms.disputeReasons[reason]}` };
  });
  const agreements = of.agreements.map(({ id, kind, amount, state, next }): Line => {
    const what = work.agreement(
      named(work.agreementKinds, kind),
      amountWithCurrency(amount),
      named(work.agreementStates, state),
    );
    const then = next === null ? [] : [work.nextPart(next.on, amountWithCurrency(next.amount))];
    return { key: id, icon: "review", text: [what, ...then].join(" · ") };
  });
  return [...promises, ...disputes, ...agreements];
}

/** Promises, disputes and plans, a line each. */
export function Agreed({ work }: WorkProps) {
  const words = useWords();
  const lines = linesOf(words, work);
  return (
    <section>
      <h3 className="pane-title">{words.work.agreed}</h3>
      {lines.length === 0 && <p className="quiet">{words.work.nothingAgreed}</p>}
      <ul className="stack tight">
        {lines.map(({ key, icon, text, danger }) => (
          <li key={key} className={`line ${danger === true ? "danger-text" : ""}`}>
            <Icon name={icon} size={14} />
            <span className="grow">{text}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The other companies of its group, one press away. */
export function GroupLine({ work }: WorkProps) {
  const { work: words } = useWords();
  const { code } = useCreditor();
  const { group } = work;
  if (group === null) return null;
  return (
    <section>
      <h3 className="pane-title">{words.group}</h3>
      <div className="spread">
        <Link
          to={PATHS.cases}
          params={{ creditor: code }}
          search={{ view: "groups", group: group.id }}
        >
          {words.groupLine(group.name, group.companies)}
        </Link>
        <Amounts of={group.overdue} strong />
      </div>
    </section>
  );
}
