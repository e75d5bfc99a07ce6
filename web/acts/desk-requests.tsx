/** What one asks of others about a customer: a task for a colleague, a decision of somebody. */
import { useState } from "react";
import { RequestDialog } from "../pages/approvals/request-dialog.tsx";
import { AddTaskDialog } from "../pages/tasks/task-dialogs.tsx";
import { useMay } from "../queries/session.ts";
import { CanButton } from "../ui/can-button.tsx";
import type { ChosenCustomer } from "../ui/customer-choice.tsx";
import { useWords } from "../words.tsx";

export function DeskRequests({ customer }: { readonly customer: ChosenCustomer }) {
  const { tasks, approvals } = useWords();
  const [asking, setAsking] = useState<"task" | "approval" | null>(null);
  const mayTask = useMay("task:write");
  const mayAsk = useMay("approval:request");
  const close = () => setAsking(null);
  return (
    <span className="line wrap">
      <CanButton can={mayTask} size="small" onClick={() => setAsking("task")}>
        {tasks.add}
      </CanButton>
      <CanButton can={mayAsk} size="small" onClick={() => setAsking("approval")}>
        {approvals.request.act}
      </CanButton>
      {asking === "task" && <AddTaskDialog customer={customer} onClose={close} />}
      {asking === "approval" && <RequestDialog customer={customer} onClose={close} />}
    </span>
  );
}
