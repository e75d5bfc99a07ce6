/** What a proposal settles, claim by claim: open now, settled by it, what then rests. */
import { Link } from "@tanstack/react-router";
import type { MatchProposal } from "../../../src/contract/match.ts";
import { daysBetween, plainDate } from "../../../src/domain/values/calendar.ts";
import { subtract } from "../../../src/domain/values/money.ts";
import { PATHS } from "../../paths.ts";
import { useCreditor } from "../../queries/session.ts";
import { DaysLate } from "../../ui/ageing-bar.tsx";
import { Amount } from "../../ui/amount.tsx";

import { TableScroll } from "../../ui/table-scroll.tsx";
import { moneyFrom, wireFrom } from "../../ui/wire-sums.ts";
import { useWords } from "../../words.tsx";

type Allocation = MatchProposal["allocations"][number];

/** What accepting settles of a claim: all but what the customer held back. */
export const settledOf = ({ amount, heldBack }: Allocation) =>
  heldBack === null ? amount : wireFrom(subtract(moneyFrom(amount), moneyFrom(heldBack)));

type RowProps = {
  readonly line: Allocation;
  readonly customer: string | null;
};

function Row({ line, customer }: RowProps) {
  const { code, businessDay } = useCreditor();
  const settled = settledOf(line);
  const rest = wireFrom(subtract(moneyFrom(line.open), moneyFrom(settled)));
  const today = plainDate(businessDay);
  const days = line.dueOn === null ? null : daysBetween(plainDate(line.dueOn), today);
  return (
    <tr>
      <td className="number">
        {customer === null ? (
          line.number
        ) : (
          <Link to={PATHS.customer} params={{ creditor: code, customer }} search={{ tab: "items" }}>
            {line.number}
          </Link>
        )}
      </td>
      <td className="number">{line.dueOn ?? "–"}</td>
      <td>
        <DaysLate days={days} />
      </td>
      <td className="end">
        <Amount of={line.open} />
      </td>
      <td className="end">
        <Amount of={settled} strong />
      </td>
      <td className="end">
        <Amount of={rest} />
      </td>
    </tr>
  );
}

type AllocationTableProps = {
  readonly label: string;
  readonly lines: readonly Allocation[];
  readonly customer: string | null;
};

export function AllocationTable({ label, lines, customer }: AllocationTableProps) {
  const { columns } = useWords().match;
  if (lines.length === 0) return null;
  return (
    <TableScroll label={label}>
      <table className="table">
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
            <th scope="col" className="end">
              {columns.rest}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Row key={line.item} line={line} customer={customer} />
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
