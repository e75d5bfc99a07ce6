/** A field to find one customer by name, number or a document's number. */
import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useDeferredValue, useState } from "react";
import { answerOf, api } from "../api.ts";
import { useCreditor } from "../queries/session.ts";
import { useWords } from "../words.tsx";

export type ChosenCustomer = { readonly id: string; readonly name: string };

type CustomerChoiceProps = {
  readonly value: ChosenCustomer | null;
  readonly onChange: (customer: ChosenCustomer) => void;
  readonly id?: string;
  readonly autoFocus?: boolean;
};

type Found = ChosenCustomer & { readonly hint: string };

/** Customers whose own names fit come first; a document's number finds its customer. */
function useFound(text: string): readonly Found[] {
  const creditor = useCreditor().code;
  const asked = useDeferredValue(text.trim());
  const { data } = useQuery({
    queryKey: [creditor, "search", asked],
    queryFn: () =>
      answerOf(
        api.GET("/api/creditors/{creditor}/search", {
          params: { path: { creditor }, query: { q: asked } },
        }),
      ),
    enabled: asked !== "",
    placeholderData: (before) => before,
  });
  if (asked === "" || data === undefined) return [];
  const byName = data.customers.map(({ id, name, number }) => ({ id, name, hint: number }));
  const byItem = data.items.map(({ number, customer }) => ({ ...customer, hint: number }));
  const known = new Set(byName.map(({ id }) => id));
  return [...byName, ...byItem.filter(({ id }) => !known.has(id) && known.add(id))];
}

export function CustomerChoice({ value, onChange, id, autoFocus = false }: CustomerChoiceProps) {
  const { match: words } = useWords();
  const [text, setText] = useState("");
  const found = useFound(text);
  const options = found.map(({ id: key, name, hint }) => ({ value: key, label: name, hint }));
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      className="customer-choice"
      showSearch={{ filterOption: false, searchValue: text, onSearch: setText }}
      autoFocus={autoFocus}
      aria-label={words.customer}
      placeholder={words.chooseCustomer}
      notFoundContent={text.trim() === "" ? null : words.noCustomer}
      value={value === null ? null : { value: value.id, label: value.name }}
      labelInValue
      options={options}
      optionRender={({ label, data }) => (
        <span className="spread">
          <span className="clip">{label}</span>
          <span className="quiet small number">{data.hint}</span>
        </span>
      )}
      onSelect={(_, { value: key, label }) => {
        setText("");
        onChange({ id: key, name: label });
      }}
    />
  );
}
