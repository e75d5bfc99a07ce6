/** What the file doesn't say itself: snapshot, currency, order of dates, partial taking. */
import { Checkbox, Input, Select, Tooltip } from "antd";
import type { ImportAsked } from "../../queries/import.ts";
import { useCreditor } from "../../queries/session.ts";
import { DayField } from "../../ui/day-field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { useWords } from "../../words.tsx";

type OptionsProps = {
  readonly asked: ImportAsked;
  readonly onChange: (asked: ImportAsked) => void;
};

function Snapshot({ asked, onChange }: OptionsProps) {
  const { imports: words } = useWords();
  const { businessDay } = useCreditor();
  const on = asked.snapshot !== null;
  return (
    <div className="line wrap">
      <Checkbox
        checked={on}
        onChange={({ target }) =>
          onChange({ ...asked, snapshot: target.checked ? businessDay : null })
        }
      >
        {words.snapshot}
      </Checkbox>
      <Tooltip title={words.snapshotHint}>
        <button type="button" className="why" aria-label={words.snapshotHint}>
          <Icon name="question" size={14} />
        </button>
      </Tooltip>
      {on && (
        <DayField
          label={words.snapshotDay}
          width={140}
          allowClear={false}
          max={businessDay}
          value={asked.snapshot}
          onChange={(day) => onChange({ ...asked, snapshot: day ?? businessDay })}
        />
      )}
    </div>
  );
}

export function PreviewOptions({ asked, onChange }: OptionsProps) {
  const { imports: words } = useWords();
  const orders = Object.entries(words.dateOrders).map(([value, label]) => ({
    value: value === "auto" ? "" : value,
    label,
  }));
  const amounts = asked.kind === "invoices" || asked.kind === "receipts";
  return (
    <div className="import-options">
      {asked.kind === "invoices" && <Snapshot asked={asked} onChange={onChange} />}
      <Checkbox
        checked={asked.partial}
        onChange={({ target }) => onChange({ ...asked, partial: target.checked })}
      >
        {words.partial}
      </Checkbox>
      {!amounts && (
        <Checkbox
          checked={asked.update}
          onChange={({ target }) => onChange({ ...asked, update: target.checked })}
        >
          {words.update}
        </Checkbox>
      )}
      <Checkbox
        checked={asked.stripZeros}
        onChange={({ target }) => onChange({ ...asked, stripZeros: target.checked })}
      >
        {words.stripZeros}
      </Checkbox>
      {amounts && (
        <span className="line">
          <span className="quiet">{words.currency}</span>
          <Input
            aria-label={words.currency}
            title={words.currencyHint}
            placeholder="CNY"
            maxLength={3}
            style={{ width: 72 }}
            defaultValue={asked.currency}
            onBlur={({ target }) => {
              const currency = target.value.trim().toUpperCase();
              if (currency === "" || currency.length === 3) onChange({ ...asked, currency });
            }}
          />
        </span>
      )}
      <span className="line">
        <span className="quiet">{words.dateOrder}</span>
        <Select
          aria-label={words.dateOrder}
          options={orders}
          value={asked.dateOrder}
          onChange={(dateOrder: ImportAsked["dateOrder"]) => onChange({ ...asked, dateOrder })}
          style={{ width: 120 }}
        />
      </span>
    </div>
  );
}
