/** Filters of the receipts: where they stand with counts, method, customer, days, text; the sum. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Select } from "antd";
import { PATHS } from "../../paths.ts";
import type { ReceiptsAnswer, ReceiptsView } from "../../queries/receipts.ts";
import { Amounts } from "../../ui/amount.tsx";
import { Chip } from "../../ui/chip.tsx";
import { CustomerChoice } from "../../ui/customer-choice.tsx";
import { DayField } from "../../ui/day-field.tsx";
import { ListSearch } from "../../ui/list-search.tsx";
import { RECEIPT_METHODS, RECEIPT_SHOWS } from "../../views.ts";
import { useWords } from "../../words.tsx";

const FROM = "/$creditor/receipts";

/** Sets one filter; undefined takes it away. */
export function useReceiptFilter() {
  const navigate = useNavigate({ from: PATHS.receipts });
  return <Key extends keyof ReceiptsView>(key: Key, value: ReceiptsView[Key] | undefined) =>
    void navigate({
      replace: true,
      search: (before) => {
        const { [key]: _, receipt: __, ...rest } = before;
        return value === undefined ? rest : { ...rest, [key]: value };
      },
    });
}

type FiltersProps = { readonly first: ReceiptsAnswer | undefined };

function Shows({ first }: FiltersProps) {
  const { shows } = useWords().receipts;
  const { show } = useSearch({ from: FROM });
  const filter = useReceiptFilter();
  return (
    <>
      <Chip on={show === undefined} label={shows.all} onChoose={() => filter("show", undefined)} />
      {RECEIPT_SHOWS.map((each) => (
        <Chip
          key={each}
          on={show === each}
          label={shows[each]}
          count={first?.counts[each]}
          onChoose={() => filter("show", each)}
        />
      ))}
    </>
  );
}

/** The customer chosen for the list; its name is known from the first row. */
function CustomerFilter({ first }: FiltersProps) {
  const { receipts } = useWords();
  const { customer } = useSearch({ from: FROM });
  const filter = useReceiptFilter();
  if (customer === undefined) {
    return (
      <span className="list-customer">
        <CustomerChoice value={null} onChange={({ id }) => filter("customer", id)} />
      </span>
    );
  }
  const name = first?.rows[0]?.customer?.name ?? receipts.customer;
  return <Chip on label={`${name} ×`} onChoose={() => filter("customer", undefined)} />;
}

/** The sum of what the filter shows. */
function Sum({ first }: FiltersProps) {
  const { receipts: words } = useWords();
  const { show } = useSearch({ from: FROM });
  if (first === undefined || show === undefined) return null;
  return (
    <span className="list-sum">
      <span className="quiet">{words.sum}</span>
      <Amounts of={first.sums[show]} strong />
    </span>
  );
}

function Days() {
  const { receipts: words } = useWords();
  const view = useSearch({ from: FROM });
  const filter = useReceiptFilter();
  return (
    <>
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
    </>
  );
}

export function ReceiptFilters({ first }: FiltersProps) {
  const { receipts: words, bankLines } = useWords();
  const view = useSearch({ from: FROM });
  const filter = useReceiptFilter();
  const methods = RECEIPT_METHODS.map((value) => ({ value, label: bankLines.methods[value] }));
  return (
    <div className="toolbar">
      <Shows first={first} />
      <span className="grow" />
      <Select
        aria-label={words.method}
        className="list-method"
        value={(view.method ?? "") as string}
        options={[{ value: "", label: words.allMethods }, ...methods]}
        onChange={(next) =>
          filter(
            "method",
            RECEIPT_METHODS.find((method) => method === next),
          )
        }
      />
      <CustomerFilter first={first} />
      <Days />
      <ListSearch
        label={words.search}
        value={view.text}
        onChange={(text) => filter("text", text)}
      />
      <Sum first={first} />
    </div>
  );
}
