/** Saves what came of a contact: of a planned task, or out of turn. */
import type { Attachment } from "../../src/contract/attachment.ts";
import type { PlainDate } from "../../src/domain/values/calendar.ts";
import { instantAt } from "../../src/domain/values/local-time.ts";
import type { OutcomeFormProps } from "../acts/outcome-form.tsx";
import type { OutcomeGiven } from "../acts/outcome-more.tsx";
import { answerOf, api } from "../api.ts";
import { wireAmount } from "../ui/amount-field.tsx";
import { useWords } from "../words.tsx";
import { useAct } from "./act.ts";
import { useCreditor } from "./session.ts";

/** The moment that was typed, on the creditor's clocks; null: just now. */
function happenedAt(given: OutcomeGiven, timeZone: string): string | null {
  const { happened, happenedDay, happenedTime } = given;
  if (happened !== "before" || !happenedDay || !happenedTime) return null;
  return instantAt(happenedDay as PlainDate, happenedTime, timeZone);
}

const orNull = (text: string | undefined): string | null => text?.trim() || null;

export function bodyOf(given: OutcomeGiven, currency: string, timeZone: string) {
  const { dispute, overdueReason = null } = given;
  return {
    channel: given.channel,
    outcome: given.outcome,
    direction: given.direction ?? "out",
    happenedAt: happenedAt(given, timeZone),
    said: orNull(given.said),
    contact: given.channel === "review" ? null : (given.contact ?? null),
    overdueReason,
    reasonWilful: overdueReason === null ? null : (given.reasonWilful ?? null),
    reasonNote: overdueReason === null ? null : orNull(given.reasonNote),
    nextStep: given.nextStep ?? null,
    followUpOn: given.followUpOn ?? null,
    followUpAt: given.followUpOn ? orNull(given.followUpAt) : null,
    outsideReason: orNull(given.outsideReason),
    dispute:
      given.outcome === "disputed" && dispute !== undefined
        ? { ...dispute, amount: wireAmount(dispute.amount, currency) }
        : null,
    invoiceCopies: given.outcome === "invoice_copy_asked" ? (given.invoiceCopies ?? []) : [],
  };
}

export function useSaveOutcome(
  { customer, task, corrects, onDone, onPromised }: OutcomeFormProps,
  files: readonly Attachment[],
) {
  const words = useWords();
  const { code: creditor, timeZone } = useCreditor();
  return useAct({
    async run(given: OutcomeGiven) {
      const item = customer.items.find(({ id }) => id === given.dispute?.item);
      const body = {
        ...bodyOf(given, item?.open.currency ?? "CNY", timeZone),
        corrects: corrects?.id ?? null,
        attachments: files.map(({ id }) => id),
      };
      await (task === undefined
        ? answerOf(
            api.POST("/api/creditors/{creditor}/customers/{customer}/outcomes", {
              params: { path: { creditor, customer: customer.id } },
              body,
            }),
          )
        : answerOf(
            api.POST("/api/creditors/{creditor}/steps/{step}/outcome", {
              params: { path: { creditor, step: task.id } },
              body,
            }),
          ));
      return given.outcome;
    },
    done: () => words.acts.outcomeSaved,
    after: (outcome) =>
      outcome === "promised" && onPromised !== undefined ? onPromised() : onDone(),
    shownInForm: true,
  });
}
