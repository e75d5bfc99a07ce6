/** What became of a disputed amount: a bar of its parts, each with its name and figure. */
import type { Dispute } from "../../../src/contract/dispute.ts";
import { Amount } from "../../ui/amount.tsx";
import { useWords } from "../../words.tsx";

const COLOURS = {
  disputed: "#e58a2b",
  chasedAgain: "#b32d2a",
  paid: "#1a7f4b",
  credited: "#5b8def",
  writtenOff: "#8d95a3",
} as const;
type Part = keyof typeof COLOURS;

const PARTS = Object.keys(COLOURS) as Part[];

/** A share to draw with; the exact figure stands below. */
const shareOf = (part: string, whole: string): number => {
  const all = Number(whole);
  return all === 0 ? 0 : (Number(part) / all) * 100;
};

export function DisputeParts({ dispute }: { readonly dispute: Dispute }) {
  const { parts: names } = useWords().disputes;
  const shown = PARTS.filter((part) => !/^[0.-]*$/.test(dispute.parts[part].amount));
  return (
    <div className="stack">
      <div className="dispute-bar" aria-hidden="true">
        {shown.map((part) => (
          <i
            key={part}
            style={{
              width: `${shareOf(dispute.parts[part].amount, dispute.amount.amount)}%`,
              background: COLOURS[part],
            }}
          />
        ))}
      </div>
      <dl className="dispute-parts">
        {shown.map((part) => (
          <div key={part}>
            <dt>
              <i className="part-mark" style={{ background: COLOURS[part] }} />
              {names[part]}
            </dt>
            <dd>
              <Amount of={dispute.parts[part]} currency />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
