/** A customer's open claims and credits to choose from, each with its own amount. */
import { Checkbox } from "antd";
import type { OpenClaim, OpenCredit } from "../../../src/contract/application.ts";
import { DaysLate } from "../../ui/ageing-bar.tsx";
import { Amount, amountWords } from "../../ui/amount.tsx";
import { AmountField } from "../../ui/amount-field.tsx";
import { TableScroll } from "../../ui/table-scroll.tsx";
import { useWords } from "../../words.tsx";
import { isSomething } from "../bank-lines/statement-facts.tsx";
import type { Chosen } from "./own-sum.ts";

type ChoiceProps = {
  readonly chosen: Chosen;
  readonly faulty: ReadonlySet<string>;
  /** Null takes the item out. */
  readonly onSet: (id: string, text: string | null) => void;
};

type ItemProps = ChoiceProps & {
  readonly item: Pick<OpenClaim, "id" | "number" | "open">;
  readonly labels: { readonly choose: string; readonly amount: string };
};

function AmountCell({ item, chosen, faulty, labels, onSet }: ItemProps) {
  const text = chosen.get(item.id);
  if (text === undefined) return <span className="quiet">–</span>;
  return (
    <span className={faulty.has(item.id) ? "own-amount wrong" : "own-amount"}>
      <AmountField
        currency={item.open.currency}
        label={labels.amount}
        value={text}
        onChange={(value) => onSet(item.id, value)}
      />
    </span>
  );
}

function Pick({ item, chosen, labels, onSet }: ItemProps) {
  return (
    <Checkbox
      aria-label={labels.choose}
      checked={chosen.has(item.id)}
      onChange={({ target }) => onSet(item.id, target.checked ? amountWords(item.open) : null)}
    >
      <span className="number">{item.number}</span>
    </Checkbox>
  );
}

function ClaimRow({ claim, ...choice }: ChoiceProps & { readonly claim: OpenClaim }) {
  const { match: words } = useWords();
  const labels = { choose: words.choose(claim.number), amount: words.amountOf(claim.number) };
  return (
    <tr className={choice.chosen.has(claim.id) ? "picked" : undefined}>
      <td>
        <Pick item={claim} labels={labels} {...choice} />
        {claim.references.length > 0 && (
          <span className="clip quiet small own-references" title={claim.references.join(" · ")}>
            {claim.references.join(" · ")}
          </span>
        )}
      </td>
      <td className="number">{claim.dueOn}</td>
      <td>
        <span className="line">
          <DaysLate days={claim.days} />
          {isSomething(claim.disputed) && <span className="tag warning">{words.disputedTag}</span>}
          {isSomething(claim.promised) && <span className="tag accent">{words.promisedTag}</span>}
        </span>
      </td>
      <td className="end">
        <Amount of={claim.open} />
      </td>
      <td className="end">
        <AmountCell item={claim} labels={labels} {...choice} />
      </td>
    </tr>
  );
}

type ClaimsProps = ChoiceProps & { readonly claims: readonly OpenClaim[] };

export function OwnClaims({ claims, ...choice }: ClaimsProps) {
  const { match: words } = useWords();
  const { columns } = words;
  return (
    <TableScroll label={words.claims}>
      <table className="table own-table">
        <thead>
          <tr>
            <th scope="col">{columns.number}</th>
            <th scope="col">{columns.due}</th>
            <th scope="col">{columns.days}</th>
            <th scope="col" className="end">
              {columns.open}
            </th>
            <th scope="col" className="end">
              {columns.settled}
            </th>
          </tr>
        </thead>
        <tbody>
          {claims.map((claim) => (
            <ClaimRow key={claim.id} claim={claim} {...choice} />
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

type CreditsProps = ChoiceProps & { readonly credits: readonly OpenCredit[] };

export function OwnCredits({ credits, ...choice }: CreditsProps) {
  const { match: words } = useWords();
  const { columns } = words;
  if (credits.length === 0) return null;
  return (
    <TableScroll label={words.credits}>
      <table className="table own-table">
        <thead>
          <tr>
            <th scope="col">{columns.credit}</th>
            <th scope="col">{columns.issued}</th>
            <th scope="col">{columns.kind}</th>
            <th scope="col" className="end">
              {columns.open}
            </th>
            <th scope="col" className="end">
              {columns.use}
            </th>
          </tr>
        </thead>
        <tbody>
          {credits.map((credit) => {
            const { id, number, kind, issuedOn, open } = credit;
            const labels = { choose: words.takeCredit(number), amount: words.creditOf(number) };
            return (
              <tr key={id} className={choice.chosen.has(id) ? "picked" : undefined}>
                <td>
                  <Pick item={credit} labels={labels} {...choice} />
                </td>
                <td className="number">{issuedOn}</td>
                <td className="quiet">{words.creditKinds[kind]}</td>
                <td className="end">
                  <Amount of={open} />
                </td>
                <td className="end">
                  <AmountCell item={credit} labels={labels} {...choice} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableScroll>
  );
}
