/** What the pages of approvals, tasks and the meeting keep in their URLs. */
import { APPROVAL_KINDS } from "../src/domain/desk/approval.ts";
import { TASK_KINDS } from "../src/domain/desk/task.ts";
import { oneOf, only, type Raw, text } from "./search-values.ts";

export const APPROVAL_SHOWS = ["waiting", "asked", "decided"] as const;

export const approvalsSearch = (raw: Raw) =>
  only({
    show: oneOf(raw["show"], APPROVAL_SHOWS),
    kind: oneOf(raw["kind"], APPROVAL_KINDS),
    customer: text(raw["customer"]),
    approval: text(raw["approval"]),
  });

export const TASK_SHOWS = ["mine", "role", "opened", "all"] as const;

export const tasksSearch = (raw: Raw) =>
  only({
    show: oneOf(raw["show"], TASK_SHOWS),
    state: oneOf(raw["state"], ["open", "ended"]),
    kind: oneOf(raw["kind"], TASK_KINDS),
    late: oneOf(raw["late"], ["yes"]),
    customer: text(raw["customer"]),
    task: text(raw["task"]),
  });

export const meetingSearch = (raw: Raw) => only({ meeting: text(raw["meeting"]) });
