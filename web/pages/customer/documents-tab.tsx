/** What was sent to the customer, what was attached to talks, and what was agreed on paper. */
import { useQuery } from "@tanstack/react-query";
import type { CustomerPage } from "../../../src/contract/customer.ts";
import type { TimelineEvent } from "../../../src/contract/timeline.ts";
import {
  agreementPaperUrl,
  attachmentsQuery,
  attachmentUrl,
  customerAgreementsQuery,
} from "../../queries/customer-files.ts";
import { useCreditor } from "../../queries/session.ts";
import { amountWithCurrency } from "../../ui/amount.tsx";
import { dayAndClock } from "../../ui/moment.ts";
import { Empty, ProblemNote } from "../../ui/states.tsx";
import { eventWords } from "../../ui/timeline-words.ts";
import { named } from "../../words/named.ts";
import { whoIs } from "../../words/who.ts";
import { useWords } from "../../words.tsx";
import { Group } from "./agreed-group.tsx";
import { FileLine, sizeWords } from "./file-line.tsx";

type Message = Extract<TimelineEvent, { kind: "message" }>;
type PageProps = { readonly page: CustomerPage };

/** Letters of which the paper as it was sent can be shown. */
export const lettersOf = ({ timeline }: CustomerPage): readonly Message[] =>
  timeline.filter((event): event is Message => event.kind === "message" && event.letter);

function Letters({ letters }: { readonly letters: readonly Message[] }) {
  const words = useWords();
  const creditor = useCreditor().code;
  return (
    <Group title={words.customer.lettersSent} none={words.customer.noLetters}>
      {letters.map((letter) => {
        const { title, text } = eventWords(words, letter);
        return (
          <FileLine
            key={letter.id}
            icon="letter"
            title={title}
            day={letter.day}
            text={text}
            url={`/api/creditors/${creditor}/outbox/${letter.id}/letter`}
            saveAs={`${letter.number}.pdf`}
            shows
          />
        );
      })}
    </Group>
  );
}

function useFiles({ page }: PageProps) {
  const creditor = useCreditor().code;
  const attachments = useQuery(attachmentsQuery(creditor, page.id));
  const agreements = useQuery(customerAgreementsQuery(creditor, page.id));
  const error = attachments.error ?? agreements.error;
  return { attachments: attachments.data, agreements: agreements.data?.rows, error };
}

type Files = ReturnType<typeof useFiles>;

function Attachments({ files }: { readonly files: NonNullable<Files["attachments"]> }) {
  const words = useWords();
  const creditor = useCreditor().code;
  return (
    <Group title={words.customer.attachments} none={words.customer.noAttachments}>
      {files.map(({ id, fileName, sizeBytes, attachedAt, by, inline }) => (
        <FileLine
          key={id}
          icon="file"
          title={fileName}
          day={dayAndClock(attachedAt)}
          text={`${sizeWords(sizeBytes)} · ${whoIs(words, by)}`}
          url={attachmentUrl(creditor, id)}
          saveAs={fileName}
          shows={inline}
        />
      ))}
    </Group>
  );
}

function Agreements({ agreements }: { readonly agreements: NonNullable<Files["agreements"]> }) {
  const { customer, work } = useWords();
  const creditor = useCreditor().code;
  return (
    <Group title={customer.agreements} none={customer.noAgreements}>
      {agreements.map(({ id, kind, number, state, amount, proposedOn }) => (
        <FileLine
          key={id}
          icon="review"
          title={`${named(work.agreementKinds, kind)} ${number}`}
          day={proposedOn}
          text={`${amountWithCurrency(amount)} · ${named(work.agreementStates, state)}`}
          url={agreementPaperUrl(creditor, id)}
          saveAs={`${number}.pdf`}
          shows
        />
      ))}
    </Group>
  );
}

export function DocumentsTab({ page }: PageProps) {
  const { customer } = useWords();
  const letters = lettersOf(page);
  const { attachments = [], agreements = [], error } = useFiles({ page });
  const none = letters.length + attachments.length + agreements.length === 0;
  if (none && error === null) {
    return <Empty icon="letter" title={customer.noDocuments} text={customer.noDocumentsText} />;
  }
  return (
    <div className="agreed-groups">
      <ProblemNote error={error} />
      <Letters letters={letters} />
      <Attachments files={attachments} />
      <Agreements agreements={agreements} />
    </div>
  );
}
