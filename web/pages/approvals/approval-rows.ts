/** What waits for a decision as one list, wherever it is decided. */
import type { Approval, WaitingElsewhere } from "../../../src/contract/approval.ts";
import type { Can } from "../../../src/contract/scalars.ts";
import type { Words } from "../../words/zh.ts";

export type ApprovalRow = {
  readonly id: string;
  readonly line: Approval | WaitingElsewhere;
  readonly can: Can;
};

export const isOwnPage = (line: ApprovalRow["line"]): line is Approval => "facts" in line;

/** The reader's to decide before the others. */
export function rowsOf(
  lines: readonly Approval[],
  elsewhere: readonly WaitingElsewhere[],
): readonly ApprovalRow[] {
  const rows: readonly ApprovalRow[] = [
    ...lines.map((line) => ({ id: line.id, line, can: line.can.approve })),
    ...elsewhere.map((line) => ({ id: line.id, line, can: line.can.decide })),
  ];
  return rows.toSorted((left, right) => Number(right.can === true) - Number(left.can === true));
}

export const kindName = (words: Words, { line }: ApprovalRow): string =>
  words.deskNames.approvalKinds[line.kind];
