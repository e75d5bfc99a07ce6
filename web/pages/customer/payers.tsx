/** Who pays for a customer besides itself: name or account, from where, by whom; revocable. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Popconfirm } from "antd";
import type { PayerAlias } from "../../../src/contract/payer.ts";
import { PATHS } from "../../paths.ts";
import { payersQuery, useRevokeAlias } from "../../queries/payers.ts";
import { useCreditor } from "../../queries/session.ts";
import { CanButton } from "../../ui/can-button.tsx";
import { ProblemNote } from "../../ui/states.tsx";
import { TableScroll } from "../../ui/table-scroll.tsx";
import { whoIs } from "../../words/who.ts";
import { useWords } from "../../words.tsx";

type AliasProps = { readonly alias: PayerAlias };

function Revoke({ alias }: AliasProps) {
  const all = useWords();
  const { moneyTab: words, frame } = all;
  const revoke = useRevokeAlias();
  if (alias.revokedOn !== null) {
    return (
      <span className="quiet small">
        {words.revokedBy(alias.revokedOn, whoIs(all, alias.revokedBy))}
      </span>
    );
  }
  if (alias.can.revoke !== true) {
    return (
      <CanButton can={alias.can.revoke} size="small">
        {words.revoke}
      </CanButton>
    );
  }
  return (
    <Popconfirm
      title={words.revokeTitle(alias.value)}
      description={words.revokeText}
      okText={words.revoke}
      cancelText={frame.cancel}
      onConfirm={() => revoke.mutate(alias.id)}
    >
      <CanButton can size="small" loading={revoke.isPending}>
        {words.revoke}
      </CanButton>
    </Popconfirm>
  );
}

function From({ alias }: AliasProps) {
  const all = useWords();
  const { moneyTab: words } = all;
  const { code } = useCreditor();
  const { learnedFrom, learnedOn, learnedBy } = alias;
  return (
    <span className="number">
      {words.learned(learnedOn, whoIs(all, learnedBy))}
      {learnedFrom !== null && (
        <>
          {" · "}
          <Link
            to={PATHS.receipts}
            params={{ creditor: code }}
            search={{ receipt: learnedFrom.receipt }}
          >
            {words.fromReceipt(learnedFrom.number)}
          </Link>
        </>
      )}
    </span>
  );
}

function AliasTable({ aliases }: { readonly aliases: readonly PayerAlias[] }) {
  const { moneyTab: words } = useWords();
  const { columns } = words;
  return (
    <TableScroll label={words.payers}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{columns.payer}</th>
            <th scope="col">{columns.kind}</th>
            <th scope="col">{columns.source}</th>
            <th scope="col">{columns.from}</th>
            <th scope="col" className="end">
              {columns.confirmed}
            </th>
            <th scope="col">{columns.acts}</th>
          </tr>
        </thead>
        <tbody>
          {aliases.map((alias) => (
            <tr key={alias.id}>
              <td className="number">{alias.value}</td>
              <td>{words.payerKinds[alias.kind]}</td>
              <td>{words.sources[alias.source]}</td>
              <td>
                <From alias={alias} />
              </td>
              <td className="end number">{alias.confirmed}</td>
              <td>
                <Revoke alias={alias} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

export function Payers({ customer }: { readonly customer: string }) {
  const { moneyTab: words } = useWords();
  const creditor = useCreditor().code;
  const { data, error, refetch } = useQuery(payersQuery(creditor, customer));
  return (
    <section className="stack tight">
      <h3>{words.payers}</h3>
      <p className="quiet small">{words.payersText}</p>
      <ProblemNote error={error} onAgain={() => void refetch()} />
      {data?.length === 0 && <p className="quiet">{words.noPayers}</p>}
      {data !== undefined && data.length > 0 && <AliasTable aliases={data} />}
    </section>
  );
}
