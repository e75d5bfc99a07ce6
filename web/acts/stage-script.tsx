/** The call script of a stage beside the form, with the customer's own figures filled in. */
import { useQuery } from "@tanstack/react-query";
import { callScriptQuery } from "../queries/contacts.ts";
import { useCreditor } from "../queries/session.ts";
import { useLanguage } from "../words.tsx";

type StageScriptProps = {
  readonly customer: string;
  readonly contact: string | undefined;
};

/** Folded at first: who knows the words needs the room. The browser keeps it as it was left. */
export function StageScript({ customer, contact }: StageScriptProps) {
  const { words, language } = useLanguage();
  const { contactDesk, terms } = words;
  const asked = contact === undefined ? {} : { contact };
  const { data } = useQuery(callScriptQuery(useCreditor().code, customer, asked));
  if (data === undefined) return null;
  const { script, stage } = data;
  const parts = contactDesk.scriptParts;
  return (
    <details className="stage-script">
      <summary>
        {contactDesk.scriptTitle} · {terms.stages[stage]}
      </summary>
      {script === null ? (
        <p className="quiet small">{contactDesk.scriptNone}</p>
      ) : (
        <dl>
          <dt>{parts.opening}</dt>
          <dd>{script.opening[language]}</dd>
          <dt>{parts.purpose}</dt>
          <dd>{script.purpose[language]}</dd>
          {script.questions.length > 0 && <dt>{parts.questions}</dt>}
          {script.questions.map((question) => (
            <dd key={question.zh}>{question[language]}</dd>
          ))}
          {script.objections.length > 0 && <dt>{parts.objections}</dt>}
          {script.objections.map(({ says, answer }) => (
            <dd key={says.zh}>
              <span className="quiet">{says[language]}</span>
              <br />
              {answer[language]}
            </dd>
          ))}
          <dt>{parts.close}</dt>
          <dd>{script.close[language]}</dd>
        </dl>
      )}
    </details>
  );
}
