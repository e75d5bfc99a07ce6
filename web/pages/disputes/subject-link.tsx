/** From a task to the dispute or complaint that it is about: there it is answered. */
import { Link } from "@tanstack/react-router";
import { PATHS } from "../../paths.ts";
import { useCreditor } from "../../queries/session.ts";
import { Icon } from "../../ui/icon.tsx";
import { useWords } from "../../words.tsx";

type SubjectProps = { readonly kind: string; readonly subject: string | null };

/** Nothing for tasks about anything else. */
export function SubjectLink({ kind, subject }: SubjectProps) {
  const { disputes } = useWords();
  const { code } = useCreditor();
  if (subject === null || (kind !== "dispute" && kind !== "complaint")) return null;
  const search =
    kind === "dispute" ? { dispute: subject } : { tab: "complaints" as const, complaint: subject };
  return (
    <Link to={PATHS.disputes} params={{ creditor: code }} search={search} className="line">
      <Icon name="dispute" size={14} />
      {kind === "dispute" ? disputes.listShort : disputes.complaints.see}
    </Link>
  );
}
