/** The customer's documents: what is open, how late, and what keeps it from being chased. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Segmented } from "antd";
import type { CustomerPage, OpenItem } from "../../../src/contract/customer.ts";
import { PATHS } from "../../paths.ts";
import { useStepNames } from "../../queries/policy.ts";
import { DaysLate } from "../../ui/ageing-bar.tsx";
import { Amount, amountWords } from "../../ui/amount.tsx";
import { type Column, Grid } from "../../ui/grid.tsx";
import { useNarrow } from "../../ui/narrow.ts";
import { Empty } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";

/** As high as its rows, up to where it scrolls. */
const heightOf = (rows: number, each: number): number =>
  Math.min(560, Math.max(160, rows * each + 48));

function ItemStates({ item }: { readonly item: OpenItem }) {
  const { customers } = useWords();
  return (
    <span className="line">
      {item.held && <span className="tag">{customers.held}</span>}
      {item.disputed !== null && (
        <span className="tag warning number">
          {customers.disputed} {amountWords(item.disputed)}
        </span>
      )}
      {item.promised !== null && (
        <span className="tag success number">
          {customers.promised} {amountWords(item.promised)}
        </span>
      )}
    </span>
  );
}

function Due({ item }: { readonly item: OpenItem }) {
  const { customer } = useWords();
  if (item.days === null) return <span className="quiet">–</span>;
  if (item.days > 0) return <DaysLate days={item.days} />;
  return <span className="quiet">{customer.dueIn(-item.days)}</span>;
}

function useItemColumns(): readonly Column<OpenItem>[] {
  const { customer, terms } = useWords();
  const stepName = useStepNames();
  const { itemColumns: titles } = customer;
  const text = (value: string | null) => value ?? <span className="quiet">–</span>;
  return [
    {
      key: "number",
      title: titles.number,
      width: "minmax(180px, 2fr)",
      cell: (item) => (
        <span className="number" title={item.number}>
          {item.number}
        </span>
      ),
    },
    { key: "kind", title: titles.kind, width: "92px", cell: (item) => terms.itemKinds[item.kind] },
    {
      key: "issued",
      title: titles.issued,
      width: "96px",
      cell: (item) => <span className="number">{item.issuedOn}</span>,
    },
    {
      key: "due",
      title: titles.due,
      width: "96px",
      cell: (item) => <span className="number">{text(item.dueOn)}</span>,
    },
    {
      key: "days",
      title: titles.days,
      width: "104px",
      align: "end",
      cell: (item) => <Due item={item} />,
    },
    {
      key: "amount",
      title: titles.amount,
      width: "150px",
      align: "end",
      cell: (item) => <Amount of={item.amount} currency />,
    },
    {
      key: "open",
      title: titles.open,
      width: "150px",
      align: "end",
      cell: (item) => <Amount of={item.open} currency strong />,
    },
    {
      key: "state",
      title: titles.state,
      width: "minmax(130px, 1fr)",
      cell: (item) => <ItemStates item={item} />,
    },
    {
      key: "last",
      title: titles.lastStep,
      width: "minmax(150px, 1fr)",
      cell: ({ lastStep }) => text(lastStep && `${lastStep.on} ${stepName(lastStep.step)}`),
    },
  ];
}

function ItemCard({ item }: { readonly item: OpenItem }) {
  const { terms } = useWords();
  return (
    <div className="stack tight">
      <span className="spread">
        <span className="clip number">{item.number}</span>
        <Amount of={item.open} currency strong />
      </span>
      <span className="spread small quiet">
        <span className="number">
          {terms.itemKinds[item.kind]} · {item.dueOn ?? item.issuedOn}
        </span>
        <Due item={item} />
      </span>
      <ItemStates item={item} />
    </div>
  );
}

export function ItemsTab({ page }: { readonly page: CustomerPage }) {
  const { customer } = useWords();
  const { items = "open" } = useSearch({ from: "/$creditor/customers/$customer" });
  const navigate = useNavigate({ from: PATHS.customer });
  const columns = useItemColumns();
  const narrow = useNarrow();
  const choices = [
    { value: "open", label: customer.openOnly },
    { value: "all", label: customer.allItems },
  ];
  const show = (value: string) =>
    void navigate({ search: (before) => ({ ...before, items: value as "all" }), replace: true });
  return (
    <div className="stack">
      <div>
        <Segmented options={choices} value={items} onChange={show} />
      </div>
      <div className="tab-grid" style={{ height: heightOf(page.items.length, narrow ? 92 : 36) }}>
        <Grid
          label={customer.itemList}
          columns={columns}
          rows={page.items}
          total={page.items.length}
          rowKey={({ id }) => id}
          card={(item) => <ItemCard item={item} />}
          cardHeight={92}
          empty={<Empty title={items === "open" ? customer.noOpenItems : customer.noItems} />}
        />
      </div>
    </div>
  );
}
