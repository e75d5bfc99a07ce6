/** The schedule of a plan as it is typed: equal parts, chosen days, or own amounts. */
import { Button, Checkbox, Form, Input, InputNumber, Segmented, Select } from "antd";
import { useCreditor } from "../queries/session.ts";
import { AmountField } from "../ui/amount-field.tsx";
import { DayField } from "../ui/day-field.tsx";
import { Icon } from "../ui/icon.tsx";
import { useLanguage, useWords } from "../words.tsx";

const KINDS = ["equal", "dates", "custom"] as const;
const RHYTHMS = ["week", "two_weeks", "month", "quarter"] as const;

function Equal({ currency }: { readonly currency: string }) {
  const { agreed } = useWords();
  const { businessDay } = useCreditor();
  const rhythms = RHYTHMS.map((value) => ({ value, label: agreed.rhythms[value] }));
  return (
    <div className="offer-pair">
      <Form.Item name="count" label={agreed.count} rules={[{ required: true }]}>
        <InputNumber min={1} max={120} precision={0} style={{ width: "100%" }} />
      </Form.Item>
      <Form.Item name="every" label={agreed.rhythm}>
        <Select options={rhythms} />
      </Form.Item>
      <Form.Item name="firstOn" label={agreed.firstOn} rules={[{ required: true }]}>
        <DayField min={businessDay} allowClear={false} />
      </Form.Item>
      <Form.Item name="firstPayment" label={agreed.firstPayment}>
        <AmountField currency={currency} />
      </Form.Item>
    </div>
  );
}

/** Rows of days, and of amounts where they are one's own. */
function Parts({ currency, own }: { readonly currency: string; readonly own: boolean }) {
  const { agreed } = useWords();
  const { businessDay } = useCreditor();
  return (
    <Form.List name="parts">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <div key={key} className="offer-part">
              <span className="number quiet">{name + 1}</span>
              <Form.Item name={[name, "dueOn"]} noStyle rules={[{ required: true }]}>
                <DayField min={businessDay} label={agreed.partDay(name + 1)} />
              </Form.Item>
              {own ? (
                <Form.Item name={[name, "amount"]} noStyle>
                  <AmountField currency={currency} label={agreed.partAmount(name + 1)} />
                </Form.Item>
              ) : (
                <span />
              )}
              <Button
                type="text"
                aria-label={agreed.removePart(name + 1)}
                disabled={fields.length === 1}
                icon={<Icon name="close" size={14} />}
                onClick={() => remove(name)}
              />
            </div>
          ))}
          {own && <p className="quiet small">{agreed.lastTakesRest}</p>}
          <Button icon={<Icon name="plus" size={14} />} onClick={() => add({})}>
            {agreed.addPart}
          </Button>
        </>
      )}
    </Form.List>
  );
}

function Interest() {
  const { agreed } = useWords();
  const options = [
    { value: "none", label: agreed.noInterest },
    { value: "year", label: agreed.perYear },
    { value: "day", label: agreed.perDay },
  ];
  const per = Form.useWatch("interestPer") as string | undefined;
  return (
    <div className="offer-pair">
      <Form.Item name="interestPer" label={agreed.interest}>
        <Select options={options} />
      </Form.Item>
      {per !== undefined && per !== "none" && (
        <Form.Item
          name="percent"
          label={per === "year" ? agreed.perYear : agreed.perDay}
          rules={[{ required: true, pattern: /^\d{1,2}(\.\d{1,5})?$/ }]}
        >
          <Input inputMode="decimal" className="number" suffix="%" />
        </Form.Item>
      )}
    </div>
  );
}

export function OfferSchedule({ currency }: { readonly currency: string }) {
  const { words, language } = useLanguage();
  const { agreed } = words;
  const kind = (Form.useWatch("scheduleKind") as (typeof KINDS)[number] | undefined) ?? "equal";
  const kinds = KINDS.map((value) => ({ value, label: agreed.scheduleKinds[value] }));
  return (
    <fieldset className="plain">
      <legend className="strong">{agreed.schedule}</legend>
      <Form.Item name="scheduleKind" noStyle>
        <Segmented key={language} options={kinds} />
      </Form.Item>
      <div className="offer-schedule">
        {kind === "equal" ? (
          <Equal currency={currency} />
        ) : (
          <Parts currency={currency} own={kind === "custom"} />
        )}
      </div>
      <Interest />
      <Form.Item name="rollToWorkingDay" valuePropName="checked">
        <Checkbox>{agreed.rollToWorkingDay}</Checkbox>
      </Form.Item>
    </fieldset>
  );
}
