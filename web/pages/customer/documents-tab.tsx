/** What was sent to the customer on paper or by mail, and what lies in its file. */
import type { CustomerPage } from "../../../src/contract/customer.ts";
import type { TimelineEvent } from "../../../src/contract/timeline.ts";
import { useCreditor } from "../../queries/session.ts";
import { Icon } from "../../ui/icon.tsx";
import { Empty } from "../../ui/states.tsx";
import { eventWords } from "../../ui/timeline-words.ts";
import { useWords } from "../../words.tsx";
import { Group } from "./agreed-group.tsx";

type Message = Extract<TimelineEvent, { kind: "message" }>;

export const lettersOf = ({ timeline }: CustomerPage): readonly Message[] =>
  timeline.filter((event): event is Message => event.kind === "message" && event.letter);

function LetterLine({ letter }: { readonly letter: Message }) {
  const words = useWords();
  const creditor = useCreditor().code;
  const { title, text } = eventWords(words, letter);
  const href = `/api/creditors/${creditor}/outbox/${letter.id}/letter`;
  return (
    <li className="agreed">
      <span className="quiet">
        <Icon name="letter" />
      </span>
      <span className="two-lines grow">
        <span className="line wrap">
          <span className="strong">{title}</span>
          <span className="quiet number">{letter.day}</span>
        </span>
        {text !== null && <span className="quiet small">{text}</span>}
      </span>
      <a className="small nowrap" href={href} target="_blank" rel="noreferrer">
        {words.customer.letter}
      </a>
      <a className="small nowrap" href={href} download={`${letter.number}.pdf`}>
        {words.customer.download}
      </a>
    </li>
  );
}

export function DocumentsTab({ page }: { readonly page: CustomerPage }) {
  const { customer } = useWords();
  const letters = lettersOf(page);
  if (letters.length === 0) {
    return <Empty icon="letter" title={customer.noDocuments} text={customer.noDocumentsText} />;
  }
  return (
    <div className="agreed-groups">
      <Group title={customer.lettersSent} none={customer.noLetters}>
        {letters.map((letter) => (
          <LetterLine key={letter.id} letter={letter} />
        ))}
      </Group>
    </div>
  );
}
