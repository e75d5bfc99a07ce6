/** One filter as a select box whose first choice is that it does not matter. */
import { Select } from "antd";

const ANY = "any";

type FilterPickProps = {
  readonly label: string;
  /** What the first choice is called. */
  readonly any: string;
  readonly value: string | undefined;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string | undefined) => void;
};

export function FilterPick({ label, any, value, options, onChange }: FilterPickProps) {
  return (
    <Select
      aria-label={label}
      className="filter-pick"
      popupMatchSelectWidth={false}
      value={value ?? ANY}
      options={[{ value: ANY, label: any }, ...options]}
      onChange={(next) => onChange(next === ANY ? undefined : next)}
    />
  );
}
