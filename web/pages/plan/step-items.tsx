/** The documents of a step: what each owes, what is asked for, and where each moves to. */
import type { PlannedStep } from "../../../src/contract/plan.ts";
import { useStepNames } from "../../queries/policy.ts";
import { DaysLate } from "../../ui/ageing-bar.tsx";
import { Amount } from "../../ui/amount.tsx";
import { TableScroll } from "../../ui/table-scroll.tsx";
import { useWords } from "../../words.tsx";

export function StepItems({ step }: { readonly step: PlannedStep }) {
  const { plan: words } = useWords();
  const stepName = useStepNames();
  return (
    <TableScroll label={words.columns.items}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{words.itemNumber}</th>
            <th scope="col">{words.itemDue}</th>
            <th scope="col" className="end">
              {words.itemDays}
            </th>
            <th scope="col" className="end">
              {words.itemOpen}
            </th>
            <th scope="col" className="end">
              {words.itemChased}
            </th>
            <th scope="col">{words.itemStep}</th>
          </tr>
        </thead>
        <tbody>
          {step.items.map((item) => (
            <tr key={item.id}>
              <td className="number">{item.number}</td>
              <td className="number">{item.dueOn}</td>
              <td className="end">
                <DaysLate days={item.days} />
              </td>
              <td className="end">
                <Amount of={item.open} />
              </td>
              <td className="end">
                <Amount of={item.chased} currency strong />
              </td>
              <td>
                {item.markStep === null ? (
                  <span className="quiet">{words.listedOnly}</span>
                ) : (
                  stepName(item.markStep)
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
