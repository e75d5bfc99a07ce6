/** Hands customers over to a colleague, after showing what would move. */
import { useQuery } from "@tanstack/react-query";
import { Form, Select } from "antd";
import type { Portfolio } from "../../../src/contract/portfolio.ts";
import { handOverPreviewQuery, useHandOver } from "../../queries/portfolio.ts";
import { useCreditor } from "../../queries/session.ts";
import { membersQuery } from "../../queries/team.ts";
import { Amounts } from "../../ui/amount.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";
import { PersonChoice } from "./person-choice.tsx";
import { ReasonField } from "./reason-field.tsx";

const SHOWN = 6;

/** Counts, sums, and the first customers of what would move. */
function Moving({ portfolio }: { readonly portfolio: Portfolio }) {
  const { team: words } = useWords();
  const { rows, total, overdue, openTasks } = portfolio;
  return (
    <section className="moving" aria-label={words.moving}>
      <div className="spread">
        <span className="strong">{words.sum(total, openTasks)}</span>
        <span className="line">
          <span className="quiet small">{words.overdueSum}</span>
          <Amounts of={overdue} strong />
        </span>
      </div>
      <ul className="settled-list">
        {rows.slice(0, SHOWN).map(({ id, name, overdue: own }) => (
          <li key={id}>
            <span className="clip">{name}</span>
            <Amounts of={own} />
          </li>
        ))}
      </ul>
      {total > SHOWN && <p className="quiet small">{words.andMore(total - SHOWN)}</p>}
      <p className="quiet small">{words.movesTasks}</p>
    </section>
  );
}

/** Whose customers: also people who left, as long as they own any. */
function FromField() {
  const { team: words } = useWords();
  const { data } = useQuery(membersQuery(useCreditor().code));
  const owning = (data?.rows ?? []).filter(({ customers }) => customers > 0);
  return (
    <Form.Item name="from" label={words.from} rules={[{ required: true }]}>
      <Select
        showSearch={{ optionFilterProp: "label" }}
        placeholder={words.choose}
        options={owning.map(({ id, name, customers }) => ({
          value: id,
          label: `${name} · ${words.gets(customers)}`,
        }))}
      />
    </Form.Item>
  );
}

/** Whose customers, where that is known already. */
function FromName({ person }: { readonly person: string }) {
  const { team: words } = useWords();
  const { data } = useQuery(membersQuery(useCreditor().code));
  const name = data?.rows.find(({ id }) => id === person)?.name ?? "–";
  return <Form.Item label={words.from}>{name}</Form.Item>;
}

type Given = { readonly from: string; readonly to: string; readonly reason: string };

type HandOverProps = {
  /** Not given: it is asked for. */
  readonly from?: string;
  /** Null: all of them. */
  readonly customers?: string[] | null;
  readonly onDone?: () => void;
  readonly onClose: () => void;
};

export function HandOverDialog({ from, customers = null, onDone, onClose }: HandOverProps) {
  const { team: words } = useWords();
  const creditor = useCreditor().code;
  const [form] = Form.useForm<Given>();
  const source = Form.useWatch("from", form) ?? from ?? "";
  const to = Form.useWatch("to", form) ?? "";
  const preview = useQuery(handOverPreviewQuery(creditor, { from: source, to, customers }));
  const move = useHandOver(() => {
    onDone?.();
    onClose();
  });
  const { data } = preview;
  return (
    <FormDialog
      form={form}
      title={customers === null ? words.handOver : words.handOverChosen(customers.length)}
      act={data === undefined ? words.handOver : words.handOverNow(data.total)}
      initial={{ reason: "" }}
      pending={move.isPending}
      disabled={data === undefined}
      error={move.error}
      onGiven={({ reason }) => move.mutate({ from: source, to, customers, reason: reason.trim() })}
      onClose={onClose}
    >
      {from === undefined ? <FromField /> : <FromName person={from} />}
      <Form.Item name="to" label={words.to} rules={[{ required: true }]}>
        <PersonChoice except={source} />
      </Form.Item>
      {data !== undefined && <Moving portfolio={data} />}
      <ProblemNote error={preview.error} />
      <ReasonField />
    </FormDialog>
  );
}
