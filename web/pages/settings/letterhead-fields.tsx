/** The fields of the letterhead; one that letters can't do without says so while it is empty. */
import { Form, Input } from "antd";
import type { LetterheadField, Settings } from "../../queries/settings.ts";
import { Icon } from "../../ui/icon.tsx";
import { useWords } from "../../words.tsx";
import { blamed, FIELDS, type Letterhead } from "./letterhead-draft.ts";

const OPTIONAL: ReadonlySet<LetterheadField> = new Set(["nameEn", "uscc"]);
const WIDE: ReadonlySet<LetterheadField> = new Set(["name", "address"]);
const FILLED_IN = {
  name: "organization",
  address: "street-address",
  phone: "tel",
  email: "email",
} as const satisfies Partial<Record<LetterheadField, string>>;

type FieldProps = { readonly field: LetterheadField; readonly needed: boolean };

function Label({ field }: { readonly field: LetterheadField }) {
  const { settings: words, frame } = useWords();
  return (
    <>
      {words.fields[field]}
      {OPTIONAL.has(field) && (
        <span className="quiet small settings-optional">{frame.optional}</span>
      )}
    </>
  );
}

function Field({ field, needed }: FieldProps) {
  const { settings: words, refusal } = useWords();
  const note = (
    <span className="settings-needed">
      <Icon name="warning" size={12} />
      {words.neededToSend}
    </span>
  );
  const code = "creditor_has_no_name";
  return (
    <Form.Item
      name={field}
      label={<Label field={field} />}
      className={WIDE.has(field) ? "wide" : ""}
      extra={needed ? note : undefined}
      rules={[
        ...(field === "name"
          ? [{ required: true, whitespace: true, message: refusal({ type: "", code }) }]
          : []),
        ...(field === "email" ? [{ type: "email" as const, message: words.emailMalformed }] : []),
      ]}
    >
      {field === "address" ? (
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} autoComplete={FILLED_IN.address} />
      ) : (
        <Input autoComplete={field in FILLED_IN ? FILLED_IN[field as "name"] : "off"} />
      )}
    </Form.Item>
  );
}

type FieldsProps = { readonly settings: Settings; readonly draft: Letterhead };

export function LetterheadFields({ settings, draft }: FieldsProps) {
  const { leaveTestMode } = settings.can;
  const missing = leaveTestMode === true ? [] : blamed({ type: "", ...leaveTestMode });
  return (
    <div className="settings-fields">
      {FIELDS.map((field) => (
        <Field
          key={field}
          field={field}
          needed={missing.includes(field) && draft[field] === null}
        />
      ))}
    </div>
  );
}
