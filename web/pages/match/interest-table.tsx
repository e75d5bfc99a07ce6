/** Principal and late interest that remain under 561 and under principal-first, and why. */
import type { Appropriation } from "../../../src/contract/appropriation.ts";
import type { Reason } from "../../../src/contract/scalars.ts";
import { Amount } from "../../ui/amount.tsx";
import { percentText } from "../../ui/rate.ts";
import { TableScroll } from "../../ui/table-scroll.tsx";
import { sentenceOf } from "../../words/facts.ts";
import type { Words } from "../../words/zh.ts";
import { useWords } from "../../words.tsx";

type Claim = Appropriation["claims"][number];

/** A reason of the order or of the rate in the reader's words. */
export const orderSentence = ({ appropriation: words }: Words, reason: Reason): string =>
  sentenceOf(words.reasons, reason) ?? reason.code;

function Why({ claim }: { readonly claim: Claim }) {
  const words = useWords();
  const { perDay, perYear, until } = words.appropriation;
  const { interest, why, number } = claim;
  if (interest === null) {
    return <>{why === null ? "–" : orderSentence(words, { ...why, number })}</>;
  }
  const percent = percentText(interest.rate.partsPerBillion);
  return (
    <>
      <span className="number">
        {interest.rate.per === "day" ? perDay(percent) : perYear(percent)} · {until(interest.until)}
      </span>
      <br />
      {orderSentence(words, interest.rateFrom)}
      <br />
      {orderSentence(words, interest.order)}
    </>
  );
}

function Row({ claim }: { readonly claim: Claim }) {
  const { interest } = claim;
  const lawful = interest?.order.code === "order_by_law";
  const side = (which: "byLaw" | "principalFirst", chosen: boolean) => (
    <>
      <td className="end">
        <Amount of={interest?.[which].principal ?? null} strong={chosen} />
      </td>
      <td className="end">
        <Amount of={interest?.[which].interest ?? null} strong={chosen} />
      </td>
    </>
  );
  return (
    <tr>
      <td className="number">{claim.number}</td>
      <td className="end">
        <Amount of={claim.open} />
      </td>
      {side("byLaw", lawful)}
      {side("principalFirst", interest !== null && !lawful)}
      <td className="interest-why small">
        <Why claim={claim} />
      </td>
    </tr>
  );
}

type InterestTableProps = { readonly claims: readonly Claim[] };

/** Claims that are past due; the side that counts is set in strong figures. */
export function InterestTable({ claims }: InterestTableProps) {
  const { appropriation: words } = useWords();
  const late = claims.filter(({ interest, why }) => interest !== null || why !== null);
  const { columns } = words;
  if (late.length === 0) return <p className="quiet small">{words.nothingLate}</p>;
  return (
    <div className="stack tight">
      <p className="quiet small">{words.interestLead}</p>
      <TableScroll label={words.interest}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>
                {columns.number}
              </th>
              <th scope="col" rowSpan={2} className="end">
                {columns.open}
              </th>
              <th scope="colgroup" colSpan={2} className="end">
                {words.byLaw}
              </th>
              <th scope="colgroup" colSpan={2} className="end">
                {words.principalFirst}
              </th>
              <th scope="col" rowSpan={2}>
                {columns.why}
              </th>
            </tr>
            <tr>
              {["law", "first"].flatMap((side) => [
                <th key={`${side} principal`} scope="col" className="end">
                  {columns.principal}
                </th>,
                <th key={`${side} interest`} scope="col" className="end">
                  {columns.interest}
                </th>,
              ])}
            </tr>
          </thead>
          <tbody>
            {late.map((claim) => (
              <Row key={claim.item} claim={claim} />
            ))}
          </tbody>
        </table>
      </TableScroll>
    </div>
  );
}
