/** The letterhead's form: who asks, where to pay, whom to call. */
import { Form, Input } from "antd";
import type { Settings, SettingsGiven } from "../../queries/settings.ts";
import { useUpdateSettings } from "../../queries/settings.ts";
import { CanButton } from "../../ui/can-button.tsx";
import { ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";
import "./settings.css";

const FIELDS = [
  "name",
  "nameEn",
  "uscc",
  "address",
  "phone",
  "email",
  "bankName",
  "bankAccount",
] as const;

const tidy = (given: SettingsGiven): SettingsGiven =>
  Object.fromEntries(FIELDS.map((field) => [field, given[field]?.trim() || null]));

export function Letterhead({ settings }: { readonly settings: Settings }) {
  const { settings: words, frame } = useWords();
  const update = useUpdateSettings();
  const fixed = settings.can.edit !== true;
  return (
    <section className="card">
      <header>
        <h2>{words.letterhead}</h2>
      </header>
      <div className="body stack">
        <p className="quiet">{words.letterheadHint}</p>
        <Form
          layout="vertical"
          requiredMark={false}
          disabled={fixed}
          initialValues={settings}
          onFinish={(given: SettingsGiven) => update.mutate(tidy(given))}
        >
          <div className="settings-fields">
            {FIELDS.map((field) => (
              <Form.Item
                key={field}
                name={field}
                label={words.fields[field]}
                className={field === "address" ? "wide" : ""}
                rules={[
                  ...(field === "name" ? [{ required: true, whitespace: true }] : []),
                  ...(field === "email" ? [{ type: "email" as const }] : []),
                ]}
              >
                {field === "address" ? (
                  <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} />
                ) : (
                  <Input />
                )}
              </Form.Item>
            ))}
          </div>
          <div className="stack">
            <ProblemNote error={update.error} />
            <div>
              <CanButton
                can={settings.can.edit}
                type="primary"
                htmlType="submit"
                disabled={false}
                loading={update.isPending}
              >
                {frame.save}
              </CanButton>
            </div>
          </div>
        </Form>
      </div>
    </section>
  );
}
