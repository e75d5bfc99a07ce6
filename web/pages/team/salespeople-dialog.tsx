/** Gives customers that lack one an owner, or a salesperson, by the name in their records. */
import { useQuery } from "@tanstack/react-query";
import { Form } from "antd";
import { useState } from "react";
import {
  type BySalesperson,
  salespeopleQuery,
  useAssignBySalesperson,
} from "../../queries/portfolio.ts";
import { useCreditor } from "../../queries/session.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { ProblemNote } from "../../ui/states.tsx";
import { TableScroll } from "../../ui/table-scroll.tsx";
import { useWords } from "../../words.tsx";
import { AsField } from "./assign-dialog.tsx";
import { PersonChoice } from "./person-choice.tsx";
import { ReasonField } from "./reason-field.tsx";

const SKIP = "skip";

type Given = { readonly as: BySalesperson["as"]; readonly reason: string };

type Line = { readonly name: string; readonly lacking: number; readonly user: string };

type TableProps = {
  readonly lines: readonly Line[];
  readonly onChoose: (name: string, user: string) => void;
};

function Pairs({ lines, onChoose }: TableProps) {
  const { team: words } = useWords();
  if (lines.length === 0) return <p className="quiet dialog-lead">{words.noSalespeople}</p>;
  return (
    <TableScroll label={words.bySalesperson}>
      <table className="table">
        <thead>
          <tr>
            <th>{words.nameInRecord}</th>
            <th className="end">{words.lacking}</th>
            <th>{words.user}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ name, lacking, user }) => (
            <tr key={name}>
              <td>{name}</td>
              <td className="end number">{lacking}</td>
              <td className="pair-user">
                <PersonChoice
                  label={`${words.user}: ${name}`}
                  value={user}
                  first={[{ value: SKIP, label: words.skip }]}
                  onChange={(next) => onChoose(name, next)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

export function SalespeopleDialog({ onClose }: { readonly onClose: () => void }) {
  const { team: words } = useWords();
  const [form] = Form.useForm<Given>();
  const as = Form.useWatch("as", form) ?? "owner";
  const query = useQuery(salespeopleQuery(useCreditor().code));
  const [users, setUsers] = useState<Readonly<Record<string, string>>>({});
  const assign = useAssignBySalesperson(onClose);
  const lines = (query.data?.rows ?? [])
    .map(({ name, withoutOwner, withoutSales, user }) => ({
      name,
      lacking: as === "owner" ? withoutOwner : withoutSales,
      user: users[name] ?? user?.id ?? SKIP,
    }))
    .filter(({ lacking }) => lacking > 0);
  const pairs = lines.filter(({ user }) => user !== SKIP).map(({ name, user }) => ({ name, user }));
  return (
    <FormDialog
      form={form}
      title={words.bySalesperson}
      act={words.assign}
      width={600}
      initial={{ as: "owner", reason: "" }}
      pending={assign.isPending}
      disabled={pairs.length === 0}
      error={assign.error}
      onGiven={({ reason }) => assign.mutate({ as, pairs, reason: reason.trim() })}
      onClose={onClose}
    >
      <p className="quiet dialog-lead">{words.bySalespersonText}</p>
      <AsField />
      <ProblemNote error={query.error} />
      {query.data !== undefined && (
        <Pairs
          lines={lines}
          onChoose={(name, user) => setUsers((before) => ({ ...before, [name]: user }))}
        />
      )}
      {lines.length > 0 && pairs.length === 0 && <p className="quiet small">{words.noPairs}</p>}
      <ReasonField />
    </FormDialog>
  );
}
