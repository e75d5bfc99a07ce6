/** After storing: what was done, and where to go next. */
import { useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import type { ImportReport } from "../../../src/contract/import.ts";
import { PATHS } from "../../paths.ts";
import { useCreditor } from "../../queries/session.ts";
import { Empty } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";

type StoredProps = { readonly report: ImportReport; readonly onAgain: () => void };

export function ImportStored({ report, onAgain }: StoredProps) {
  const { imports: words } = useWords();
  const { code } = useCreditor();
  const navigate = useNavigate();
  const params = { creditor: code };
  const { created, changed, closed, unchanged } = report.counts;
  return (
    <section className="card" role="status">
      <Empty
        icon="check"
        title={words.stored}
        text={words.storedText(created, changed, closed, unchanged)}
      >
        <div className="line wrap">
          <Button onClick={onAgain}>{words.next}</Button>
          <Button onClick={() => void navigate({ to: PATHS.customers, params })}>
            {words.seeCustomers}
          </Button>
          <Button type="primary" onClick={() => void navigate({ to: PATHS.plan, params })}>
            {words.seePlan}
          </Button>
        </div>
      </Empty>
    </section>
  );
}
