/** The waiting lines, oldest first, with search and kind; the cursor opens a line beside it. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Button, Input, type InputRef, Select } from "antd";
import { type RefObject, useState } from "react";
import type { MatchRow } from "../../../src/contract/match.ts";
import { PATHS } from "../../paths.ts";
import type { MatchDeskAnswer } from "../../queries/match.ts";
import { useCreditor } from "../../queries/session.ts";
import { CanButton } from "../../ui/can-button.tsx";
import { Grid } from "../../ui/grid.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Empty } from "../../ui/states.tsx";
import { MATCH_WHATS } from "../../views.ts";
import { useWords } from "../../words.tsx";
import { DeskRow } from "./desk-row.tsx";

type DeskListProps = {
  readonly desk: MatchDeskAnswer;
  readonly rows: readonly MatchRow[];
  readonly opened: string | undefined;
  readonly search: RefObject<InputRef | null>;
  readonly onOpen: (row: MatchRow) => void;
  readonly onEnd: () => void;
};

function Filters({ search }: Pick<DeskListProps, "search">) {
  const { match: words } = useWords();
  const view = useSearch({ from: "/$creditor/match" });
  const navigate = useNavigate({ from: PATHS.match });
  const [text, setText] = useState(view.text ?? "");
  const find = (next: string) => {
    setText(next);
    const asked = next.trim();
    void navigate({
      replace: true,
      search: ({ text: _, line: __, ...rest }) => (asked === "" ? rest : { ...rest, text: asked }),
    });
  };
  const kinds = ["all", ...MATCH_WHATS] as const;
  const choose = (what: (typeof kinds)[number]) =>
    void navigate({
      replace: true,
      search: ({ what: _, line: __, ...rest }) => (what === "all" ? rest : { ...rest, what }),
    });
  return (
    <div className="toolbar">
      <Input
        ref={search}
        className="desk-search"
        prefix={<Icon name="search" />}
        suffix={<kbd>/</kbd>}
        aria-label={words.search}
        placeholder={words.search}
        allowClear
        value={text}
        onChange={({ target }) => find(target.value)}
        onPressEnter={({ currentTarget }) => currentTarget.blur()}
      />
      <Select
        aria-label={words.proposals}
        className="desk-what"
        value={view.what ?? "all"}
        options={kinds.map((value) => ({ value, label: words.whats[value] }))}
        onChange={choose}
      />
    </div>
  );
}

function Nothing({ desk }: Pick<DeskListProps, "desk">) {
  const { match: words } = useWords();
  const { code } = useCreditor();
  const { what, text } = useSearch({ from: "/$creditor/match" });
  const navigate = useNavigate();
  const toLines = () => void navigate({ to: PATHS.bankLines, params: { creditor: code } });
  if (what !== undefined || text !== undefined) {
    const clear = () => void navigate({ to: PATHS.match, params: { creditor: code }, search: {} });
    return (
      <Empty icon="search" title={words.noneFound}>
        <Button onClick={clear}>{words.clearFilter}</Button>
      </Empty>
    );
  }
  return (
    <Empty icon="check" title={words.empty} text={words.emptyText}>
      <CanButton can={desk.can.import} type="primary" onClick={toLines}>
        {words.toImport}
      </CanButton>
    </Empty>
  );
}

export function DeskList({ desk, rows, opened, search, onOpen, onEnd }: DeskListProps) {
  const { match: words } = useWords();
  const total = desk.totals.proposed.count + desk.totals.unmatched.count;
  const row = (each: MatchRow) => <DeskRow row={each} surelyFrom={desk.surelyFrom} />;
  return (
    <section className="card fills desk-list">
      <Filters search={search} />
      <Grid
        label={words.list}
        columns={[
          { key: "line", title: words.waiting(total), width: "minmax(240px, 1fr)", cell: row },
        ]}
        rows={rows}
        total={total}
        rowKey={({ id }) => id}
        rowHeight={104}
        cardHeight={112}
        card={row}
        opened={opened}
        onOpen={onOpen}
        leavesEnter
        onCursor={onOpen}
        onEnd={onEnd}
        empty={<Nothing desk={desk} />}
      />
    </section>
  );
}
