/** Import: drop a file, see what it would do, mend the mapping, and only then store it. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Segmented, Select } from "antd";
import { useState } from "react";
import type { ImportReport } from "../../../src/contract/import.ts";
import { PATHS } from "../../paths.ts";
import type { ImportAsked, ImportKind } from "../../queries/import.ts";
import { useCreditor } from "../../queries/session.ts";
import { useNarrow } from "../../ui/narrow.ts";
import { IMPORT_KINDS } from "../../views.ts";
import { useWords } from "../../words.tsx";
import { TableZone } from "./drop-zone.tsx";
import { ImportHistory } from "./import-history.tsx";
import { ImportStored } from "./import-stored.tsx";
import { Preview } from "./preview.tsx";
import "./import.css";

function KindChoice() {
  const { imports: words, terms } = useWords();
  const { kind = "invoices" } = useSearch({ from: "/$creditor/import" });
  const navigate = useNavigate({ from: PATHS.import });
  const narrow = useNarrow();
  const options = IMPORT_KINDS.map((value) => ({ value, label: terms.importKinds[value] }));
  const choose = (next: ImportKind) => void navigate({ search: { kind: next }, replace: true });
  return narrow ? (
    <Select aria-label={words.kind} options={options} value={kind} onChange={choose} />
  ) : (
    <Segmented aria-label={words.kind} options={options} value={kind} onChange={choose} />
  );
}

type Chosen = { readonly asked: Omit<ImportAsked, "kind">; readonly turn: number };

const fresh = (file: File): Chosen["asked"] => ({
  file,
  columns: {},
  currency: "",
  dateOrder: "",
  stripZeros: false,
  snapshot: null,
  partial: false,
  update: false,
});

export function ImportPage() {
  const { imports: words } = useWords();
  const { kind = "invoices" } = useSearch({ from: "/$creditor/import" });
  const creditor = useCreditor().code;
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [stored, setStored] = useState<ImportReport | null>(null);
  const take = (file: File) => {
    setStored(null);
    setChosen((before) => ({ asked: fresh(file), turn: (before?.turn ?? 0) + 1 }));
  };
  const again = () => {
    setStored(null);
    setChosen(null);
  };
  return (
    <div className="page import-page">
      <header className="page-head">
        <h1>{words.title}</h1>
        <KindChoice />
      </header>
      {stored !== null && <ImportStored report={stored} onAgain={again} />}
      {stored === null && chosen === null && (
        <>
          <TableZone onFile={take} />
          <ImportHistory key={creditor} />
        </>
      )}
      {stored === null && chosen !== null && (
        <Preview
          key={chosen.turn}
          asked={{ ...chosen.asked, kind }}
          turn={chosen.turn}
          onChange={({ kind: _, ...asked }) => setChosen({ asked, turn: chosen.turn })}
          onFile={take}
          onStored={setStored}
        />
      )}
    </div>
  );
}
