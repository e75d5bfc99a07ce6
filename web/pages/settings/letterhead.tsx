/** The letterhead: a form with the printed head above it, so that one sees what one types. */
import { useQueryClient } from "@tanstack/react-query";
import { Form } from "antd";
import { problemOf } from "../../api.ts";
import { useCreditor } from "../../queries/session.ts";
import {
  type LetterheadGiven,
  type Settings,
  settingsQuery,
  useChangeLetterhead,
} from "../../queries/settings.ts";
import { CanButton } from "../../ui/can-button.tsx";
import { ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";
import { blamed, changesOf, wanted } from "./letterhead-draft.ts";
import { LetterheadFields } from "./letterhead-fields.tsx";
import { LetterheadPreview } from "./letterhead-preview.tsx";

type SettingsProps = { readonly settings: Settings };

/** The form, what differs in it, and saving: a refusal is shown beside the fields it blames. */
function useLetterhead(settings: Settings) {
  const { settings: words, refusal } = useWords();
  const [form] = Form.useForm<LetterheadGiven>();
  const queries = useQueryClient();
  const stored = settingsQuery(useCreditor().code).queryKey;
  const change = useChangeLetterhead();
  const given = Form.useWatch([], form) ?? {};
  const changes = changesOf(settings, given);
  const save = async () => {
    const problem = await change.mutateAsync(changes).then(() => null, problemOf);
    if (problem === null) {
      form.setFieldsValue(queries.getQueryData(stored) ?? {});
      return;
    }
    const incomplete = problem.code === "letterhead_incomplete";
    const errors = [incomplete ? words.neededWhileSending : refusal(problem)];
    form.setFields(blamed(problem).map((name) => ({ name, errors })));
  };
  const error = change.error !== null && blamed(problemOf(change.error)).length === 0;
  return {
    form,
    draft: wanted(settings, given),
    changed: Object.keys(changes).length > 0,
    save,
    saving: change.isPending,
    error: error ? change.error : null,
  };
}

export function Letterhead({ settings }: SettingsProps) {
  const { settings: words, frame } = useWords();
  const { form, draft, changed, save, saving, error } = useLetterhead(settings);
  const fixed = settings.can.edit !== true;
  return (
    <section className="card" aria-label={words.letterhead}>
      <header>
        <h2>{words.letterhead}</h2>
      </header>
      <LetterheadPreview of={draft} />
      <div className="body stack">
        <p className="quiet">{words.letterheadHint}</p>
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          disabled={fixed}
          initialValues={settings}
          onFinish={() => void save()}
        >
          <LetterheadFields settings={settings} draft={draft} />
          <div className="stack">
            <ProblemNote error={error} />
            <div className="line">
              <CanButton
                can={settings.can.edit}
                type="primary"
                htmlType="submit"
                disabled={!fixed && !changed}
                loading={saving}
              >
                {frame.save}
              </CanButton>
              <span className="quiet small">{changed ? words.unsaved : words.unchanged}</span>
            </div>
          </div>
        </Form>
      </div>
    </section>
  );
}
