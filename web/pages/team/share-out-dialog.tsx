/** Shares the customers of nobody out over a team, after showing who would get how many. */
import { useQuery } from "@tanstack/react-query";
import { Form, Select } from "antd";
import { sharesQuery, useShareOut } from "../../queries/portfolio.ts";
import { useCreditor } from "../../queries/session.ts";
import { teamsQuery } from "../../queries/team.ts";
import { Amounts } from "../../ui/amount.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";
import { ReasonField } from "./reason-field.tsx";

type Given = { readonly team: string; readonly reason: string };

function Shares({ team }: { readonly team: string }) {
  const { team: words } = useWords();
  const { data, error } = useQuery(sharesQuery(useCreditor().code, team));
  if (data === undefined) return <ProblemNote error={error} />;
  return (
    <section className="moving" aria-label={words.moving}>
      <ul className="settled-list">
        {data.rows.map(({ user, customers, overdue }) => (
          <li key={user.id}>
            <span className="grow">{user.name}</span>
            <span className="number">{words.gets(customers)}</span>
            <Amounts of={overdue} />
          </li>
        ))}
      </ul>
    </section>
  );
}

export function ShareOutDialog({ onClose }: { readonly onClose: () => void }) {
  const { team: words } = useWords();
  const creditor = useCreditor().code;
  const [form] = Form.useForm<Given>();
  const team = Form.useWatch("team", form) ?? "";
  const teams = useQuery(teamsQuery(creditor)).data?.rows ?? [];
  const previewed = useQuery(sharesQuery(creditor, team)).data !== undefined;
  const share = useShareOut(onClose);
  return (
    <FormDialog
      form={form}
      title={words.shareOutTitle}
      act={words.shareOut}
      initial={{ reason: "" }}
      pending={share.isPending}
      disabled={!previewed}
      error={share.error}
      onGiven={({ reason }) => share.mutate({ team, reason: reason.trim() })}
      onClose={onClose}
    >
      <p className="quiet dialog-lead">{words.shareOutText}</p>
      <Form.Item name="team" label={words.shareOutTeam} rules={[{ required: true }]}>
        <Select
          placeholder={words.choose}
          notFoundContent={words.noTeams}
          options={teams.map(({ id, name, members }) => ({
            value: id,
            label: `${name} · ${words.members(members.length)}`,
          }))}
        />
      </Form.Item>
      <Shares team={team} />
      <ReasonField />
    </FormDialog>
  );
}
