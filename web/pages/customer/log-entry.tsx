/** One entry of the contact log in full; putting it right adds another. */
import { Button, Modal, Skeleton } from "antd";
import { lazy, Suspense, useState } from "react";
import type { CustomerPage } from "../../../src/contract/customer.ts";
import type { ContactEntry } from "../../../src/contract/outcome.ts";
import { AttachmentList } from "../../ui/attachment-list.tsx";
import { Icon } from "../../ui/icon.tsx";
import { dayAndClock } from "../../ui/moment.ts";
import { named } from "../../words/named.ts";
import { whoIs } from "../../words/who.ts";
import type { Words } from "../../words/zh.ts";
import { useWords } from "../../words.tsx";

const OutcomeForm = lazy(() => import("../../acts/outcome-form.tsx"));

type EntryProps = { readonly entry: ContactEntry; readonly page: CustomerPage };

function whyLate({ terms, contactDesk }: Words, entry: ContactEntry): string | null {
  const { overdueReason, reasonWilful, reasonNote } = entry;
  if (overdueReason === null) return null;
  const kinds = contactDesk.reasonKinds;
  const kind = reasonWilful === true ? kinds.wilful : kinds.objective;
  const said = [`${terms.overdueReasons[overdueReason]}（${kind}）`, reasonNote];
  return said.filter((part) => part !== null).join("：");
}

function whatNext({ contactDesk, customer }: Words, entry: ContactEntry): string | null {
  const { nextStep, followUpOn, followUpAt } = entry;
  if (followUpOn === null) return nextStep === null ? null : contactDesk.nextSteps[nextStep];
  return nextStep === null
    ? customer.followUp([followUpOn, followUpAt].filter((part) => part !== null).join(" "))
    : contactDesk.nextAt(contactDesk.nextSteps[nextStep], followUpOn, followUpAt);
}

function beyondWords({ contactDesk }: Words, { outside, outsideReason }: ContactEntry) {
  if (outside.length === 0) return null;
  const rules = outside.map(({ code }) => named(contactDesk.outsideCodes, code)).join("、");
  return `${contactDesk.outside}：${rules} · ${outsideReason ?? contactDesk.noReason}`;
}

function Facts({ entry }: { readonly entry: ContactEntry }) {
  const words = useWords();
  const { terms, contactDesk, customer } = words;
  const { contact, numberCalled, happenedAt } = entry;
  const beyond = beyondWords(words, entry);
  const who = contact && `${contact.name} · ${named(terms.contactRoles, contact.role)}`;
  const facts = [
    who,
    numberCalled && contactDesk.number(numberCalled),
    happenedAt && contactDesk.happenedAt(dayAndClock(happenedAt)),
    customer.by(whoIs(words, entry.by)),
  ];
  return (
    <>
      {entry.said !== null && <p className="said">{entry.said}</p>}
      {[whyLate(words, entry), whatNext(words, entry)].map(
        (line) => line !== null && <p key={line}>{line}</p>,
      )}
      {beyond !== null && <p className="small beyond">{beyond}</p>}
      <p className="quiet small">{facts.filter(Boolean).join(" · ")}</p>
    </>
  );
}

function Correction({ entry, page, onClose }: EntryProps & { readonly onClose: () => void }) {
  const { contactDesk } = useWords();
  return (
    <Modal open title={contactDesk.correction} footer={null} onCancel={onClose} width={620}>
      <Suspense fallback={<Skeleton active title={false} />}>
        <OutcomeForm customer={page} corrects={entry} onDone={onClose} />
      </Suspense>
    </Modal>
  );
}

export function LogEntry({ entry, page }: EntryProps) {
  const { terms, contactDesk } = useWords();
  const [correcting, setCorrecting] = useState(false);
  const open = entry.correctedBy === null;
  return (
    <li className={`log-entry${open ? "" : " corrected"}`}>
      <div className="spread">
        <span className="line wrap">
          <span className="number quiet small">{dayAndClock(entry.at)}</span>
          <span className="strong">
            {[terms.channels[entry.channel], named(terms.outcomes, entry.outcome)].join(" · ")}
          </span>
          {entry.direction === "in" && <span className="tag">{contactDesk.directions.in}</span>}
          {!open && <span className="tag">{contactDesk.corrected}</span>}
          {entry.corrects !== null && <span className="tag">{contactDesk.correction}</span>}
        </span>
        {open && page.can.logContact === true && (
          <Button
            size="small"
            type="text"
            icon={<Icon name="edit" size={14} />}
            onClick={() => setCorrecting(true)}
          >
            {contactDesk.correct}
          </Button>
        )}
      </div>
      <Facts entry={entry} />
      <AttachmentList files={entry.attachments} />
      {correcting && <Correction entry={entry} page={page} onClose={() => setCorrecting(false)} />}
    </li>
  );
}
