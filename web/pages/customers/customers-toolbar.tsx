/** Search, filter and currency of the customers' list; all of them live in the URL. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Input, Segmented, Select } from "antd";
import { useState } from "react";
import { PATHS } from "../../paths.ts";
import { Icon } from "../../ui/icon.tsx";
import { useNarrow } from "../../ui/narrow.ts";
import { CUSTOMER_FILTERS } from "../../views.ts";
import { useWords } from "../../words.tsx";

type Filter = (typeof CUSTOMER_FILTERS)[number];

type ToolbarProps = {
  readonly currency: string | undefined;
  readonly currencies: readonly string[];
};

function FilterChoice() {
  const { customers } = useWords();
  const { filter = "all" } = useSearch({ from: "/$creditor/customers" });
  const navigate = useNavigate({ from: PATHS.customers });
  const narrow = useNarrow();
  const options = CUSTOMER_FILTERS.map((value) => ({ value, label: customers.filters[value] }));
  const choose = (next: Filter) =>
    void navigate({
      search: ({ filter: _, ...rest }) => (next === "all" ? rest : { ...rest, filter: next }),
    });
  if (narrow) {
    const label = customers.columns.state;
    return <Select aria-label={label} options={options} value={filter} onChange={choose} />;
  }
  return <Segmented options={options} value={filter} onChange={choose} />;
}

export function CustomersToolbar({ currency, currencies }: ToolbarProps) {
  const { customers } = useWords();
  const view = useSearch({ from: "/$creditor/customers" });
  const navigate = useNavigate({ from: PATHS.customers });
  const [text, setText] = useState(view.search ?? "");
  const search = (next: string) => {
    setText(next);
    void navigate({
      replace: true,
      search: ({ search: _, ...rest }) =>
        next.trim() === "" ? rest : { ...rest, search: next.trim() },
    });
  };
  return (
    <div className="toolbar">
      <Input
        className="customers-search"
        prefix={<Icon name="search" />}
        placeholder={customers.search}
        aria-label={customers.search}
        allowClear
        value={text}
        onChange={(event) => search(event.target.value)}
      />
      <FilterChoice />
      {currency !== undefined && currencies.length > 1 && (
        <Select
          aria-label={customers.currency}
          value={currency}
          options={currencies.map((value) => ({ value, label: value }))}
          onChange={(next: string) =>
            void navigate({ search: (before) => ({ ...before, currency: next }) })
          }
        />
      )}
    </div>
  );
}
