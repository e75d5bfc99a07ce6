/** Filters of the bank's lines: state with counts, account, days, text. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Input, Select } from "antd";
import { useState } from "react";
import { PATHS } from "../../paths.ts";
import type { BankLinesView } from "../../queries/bank-lines.ts";
import { DayField } from "../../ui/day-field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { LINE_STATES } from "../../views.ts";
import { useWords } from "../../words.tsx";

export type LineCounts = Readonly<Record<(typeof LINE_STATES)[number], number>>;

type FiltersProps = { readonly counts: LineCounts; readonly accounts: readonly string[] };

/** Sets one filter; undefined takes it away. */
function useFilter() {
  const navigate = useNavigate({ from: PATHS.bankLines });
  return <Key extends keyof BankLinesView>(key: Key, value: BankLinesView[Key] | undefined) =>
    void navigate({
      replace: true,
      search: (before) => {
        const { [key]: _, line: __, ...rest } = before;
        return value === undefined ? rest : { ...rest, [key]: value };
      },
    });
}

function States({ counts }: Pick<FiltersProps, "counts">) {
  const { bankLines: words } = useWords();
  const { state } = useSearch({ from: "/$creditor/bank-lines" });
  const filter = useFilter();
  const all = counts.open + counts.booked + counts.ignored;
  return (
    <>
      <button
        type="button"
        className="chip"
        aria-pressed={state === undefined}
        onClick={() => filter("state", undefined)}
      >
        {words.all} <b className="number">{all}</b>
      </button>
      {LINE_STATES.map((each) => (
        <button
          key={each}
          type="button"
          className="chip"
          aria-pressed={state === each}
          onClick={() => filter("state", each)}
        >
          {words.states[each]} <b className="number">{counts[each]}</b>
        </button>
      ))}
    </>
  );
}

export function LineFilters({ counts, accounts }: FiltersProps) {
  const { bankLines: words } = useWords();
  const view = useSearch({ from: "/$creditor/bank-lines" });
  const filter = useFilter();
  const [text, setText] = useState(view.text ?? "");
  return (
    <div className="toolbar">
      <States counts={counts} />
      <span className="grow" />
      {accounts.length > 1 && (
        <Select
          aria-label={words.account}
          className="account-filter"
          value={view.account ?? ""}
          options={[
            { value: "", label: words.allAccounts },
            ...accounts.map((value) => ({ value, label: value })),
          ]}
          onChange={(next) => filter("account", next === "" ? undefined : next)}
        />
      )}
      <DayField
        label={words.from}
        placeholder={words.from}
        width={128}
        value={view.from ?? null}
        onChange={(day) => filter("from", day ?? undefined)}
      />
      <DayField
        label={words.to}
        placeholder={words.to}
        width={128}
        value={view.to ?? null}
        onChange={(day) => filter("to", day ?? undefined)}
      />
      <Input
        className="line-search"
        prefix={<Icon name="search" />}
        placeholder={words.search}
        aria-label={words.search}
        allowClear
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          filter("text", target.value.trim() === "" ? undefined : target.value.trim());
        }}
      />
    </div>
  );
}
