/** One visit: its plan, its report, and what may be done with it. */
import { Button } from "antd";
import { lazy, Suspense, useState } from "react";
import type { CustomerPage } from "../../../src/contract/customer.ts";
import type { Visit } from "../../../src/contract/visit.ts";
import { answerOf, api } from "../../api.ts";
import { useAct } from "../../queries/act.ts";
import { useCreditor } from "../../queries/session.ts";
import { AttachmentList } from "../../ui/attachment-list.tsx";
import { CanButton } from "../../ui/can-button.tsx";
import { ReasonDialog } from "../../ui/reason-dialog.tsx";
import { whoIs } from "../../words/who.ts";
import { useWords } from "../../words.tsx";

const VisitReport = lazy(() => import("../../acts/visit-report.tsx"));

type VisitProps = { readonly visit: Visit; readonly page: CustomerPage };

const TAGS = { planned: "tag accent", done: "tag success", cancelled: "tag" } as const;

function CancelDialog({ visit, onClose }: { readonly visit: Visit; readonly onClose: () => void }) {
  const { contactDesk } = useWords();
  const creditor = useCreditor().code;
  const cancel = useAct({
    run: (reason: string) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/visits/{visit}/cancel", {
          params: { path: { creditor, visit: visit.id } },
          body: { reason },
        }),
      ),
    done: () => contactDesk.visitCancelled,
    after: onClose,
    shownInForm: true,
  });
  return (
    <ReasonDialog
      title={contactDesk.cancelVisit}
      label={contactDesk.cancelReason}
      act={contactDesk.cancelVisit}
      pending={cancel.isPending}
      error={cancel.error}
      onReason={(reason) => cancel.mutate(reason)}
      onClose={onClose}
    />
  );
}

function Report({ visit }: { readonly visit: Visit }) {
  const { contactDesk } = useWords();
  const { report } = visit;
  if (report === null) return visit.cancelReason === null ? null : <p>{visit.cancelReason}</p>;
  const met = report.met.map(({ name }) => name).join("、");
  return (
    <>
      <p className="strong small">{contactDesk.reportOf(report.happenedOn, met)}</p>
      <p className="said">{report.seen}</p>
      {report.agreed !== null && (
        <p>
          {contactDesk.agreed}：{report.agreed}
        </p>
      )}
      {report.leftOnRequest && <p className="small quiet">{contactDesk.leftOnRequest}</p>}
    </>
  );
}

export function VisitCard({ visit, page }: VisitProps) {
  const words = useWords();
  const { contactDesk, customer } = words;
  const [open, setOpen] = useState<"report" | "cancel" | null>(null);
  const names = visit.visitors.map(({ name }) => name).join("、");
  const facts = [visit.contact?.name, contactDesk.withPeople(names)];
  const by = customer.by(whoIs(words, visit.closedBy ?? visit.arrangedBy));
  const close = () => setOpen(null);
  return (
    <li className="log-entry">
      <div className="spread">
        <span className="line wrap">
          <span className="number strong">
            {visit.plannedOn} {visit.plannedAt}
          </span>
          <span className={TAGS[visit.state]}>{contactDesk.visitStates[visit.state]}</span>
          {visit.placeKind !== "company" && (
            <span className="tag warning">{contactDesk.placeKinds[visit.placeKind]}</span>
          )}
        </span>
        {visit.state === "planned" && (
          <span className="line">
            <CanButton can={visit.can.report} size="small" onClick={() => setOpen("report")}>
              {contactDesk.report}
            </CanButton>
            <Button size="small" type="text" onClick={() => setOpen("cancel")}>
              {contactDesk.cancelVisit}
            </Button>
          </span>
        )}
      </div>
      <p>
        {visit.place} · {visit.purpose}
      </p>
      <Report visit={visit} />
      <p className="quiet small">{[...facts, by].filter(Boolean).join(" · ")}</p>
      <AttachmentList files={visit.attachments} />
      <Suspense>
        {open === "report" && <VisitReport visit={visit} customer={page} onClose={close} />}
      </Suspense>
      {open === "cancel" && <CancelDialog visit={visit} onClose={close} />}
    </li>
  );
}
