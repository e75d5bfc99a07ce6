/** The filters as a sentence: as of a day, by customer or creditor, in which buckets. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Input, Select } from "antd";
import { useState } from "react";
import { PATHS } from "../../paths.ts";
import { useCreditor } from "../../queries/session.ts";
import { DayField } from "../../ui/day-field.tsx";
import { useWords } from "../../words.tsx";

/** Rising days, "30,60,90". */
export function areBuckets(text: string): boolean {
  if (!/^\d{1,4}(,\d{1,4})*$/.test(text)) return false;
  const days = text.split(",").map(Number);
  return days.every((day, index) => index === 0 || day > (days[index - 1] ?? 0));
}

function BucketsField() {
  const { ageing: words } = useWords();
  const view = useSearch({ from: "/$creditor/ageing" });
  const navigate = useNavigate({ from: PATHS.ageing });
  const [text, setText] = useState(view.buckets ?? "");
  const plain = text.normalize("NFKC").replace(/\s+/g, "").replaceAll("，", ",");
  const wrong = plain !== "" && !areBuckets(plain);
  const apply = () => {
    if (wrong) return;
    void navigate({
      search: ({ buckets: _, ...rest }) => (plain === "" ? rest : { ...rest, buckets: plain }),
      replace: true,
    });
  };
  return (
    <span className="line">
      <span className="quiet">{words.ownBuckets}</span>
      <Input
        aria-label={words.ownBuckets}
        title={wrong ? words.bucketsWrong : words.bucketsHint}
        placeholder={words.standardBuckets}
        status={wrong ? "error" : ""}
        value={text}
        allowClear
        style={{ width: 150 }}
        onChange={(event) => setText(event.target.value)}
        onBlur={apply}
        onPressEnter={apply}
      />
      {wrong && (
        <span className="small danger-text" role="alert">
          {words.bucketsWrong}
        </span>
      )}
    </span>
  );
}

type FiltersProps = {
  readonly on: string | undefined;
  readonly currencies: readonly string[];
  readonly currency: string | undefined;
};

export function AgeingFilters({ on, currencies, currency }: FiltersProps) {
  const { ageing: words } = useWords();
  const { businessDay } = useCreditor();
  const view = useSearch({ from: "/$creditor/ageing" });
  const navigate = useNavigate({ from: PATHS.ageing });
  const by = [
    { value: "customer", label: words.byCustomer },
    { value: "creditor", label: words.byCreditor },
  ];
  return (
    <div className="ageing-filters">
      <span className="line">
        <span className="quiet">{words.on}</span>
        <DayField
          label={words.on}
          width={140}
          allowClear={false}
          value={view.on ?? on ?? businessDay}
          onChange={(day) =>
            void navigate({
              search: ({ on: _, ...rest }) =>
                day === null || day === businessDay ? rest : { ...rest, on: day },
              replace: true,
            })
          }
        />
      </span>
      <span className="line">
        <span className="quiet">{words.by}</span>
        <Select
          aria-label={words.by}
          options={by}
          value={view.by ?? "customer"}
          onChange={(next: string) =>
            void navigate({
              search: (before) => ({ ...before, by: next as "customer" }),
              replace: true,
            })
          }
        />
      </span>
      {currencies.length > 1 && currency !== undefined && (
        <span className="line">
          <span className="quiet">{words.currency}</span>
          <Select
            aria-label={words.currency}
            options={currencies.map((value) => ({ value, label: value }))}
            value={currency}
            onChange={(next: string) =>
              void navigate({ search: (before) => ({ ...before, currency: next }), replace: true })
            }
          />
        </span>
      )}
      <BucketsField />
    </div>
  );
}
