/** How sure a proposal is, in words: a per mille figure decides nothing for a person. */
import { Tooltip } from "antd";
import { useWords } from "../../words.tsx";

export type Sureness = "very" | "fairly" | "check";

/** Below it, reasons of this kind were wrong too often to go by. */
const FAIRLY_FROM = 800;

const STYLES = { very: "success", fairly: "accent", check: "warning" } as const;

/** `surelyFrom`: where the server lets proposals be accepted in bulk, in parts per 1000. */
export function surenessOf(confidence: number, surelyFrom: number): Sureness {
  if (confidence >= surelyFrom) return "very";
  return confidence >= FAIRLY_FROM ? "fairly" : "check";
}

type ConfidenceProps = { readonly confidence: number; readonly surelyFrom: number };

export function Confidence({ confidence, surelyFrom }: ConfidenceProps) {
  const { match: words } = useWords();
  const sureness = surenessOf(confidence, surelyFrom);
  return (
    <Tooltip title={words.sureHint(`${Math.floor(confidence / 10)}%`)}>
      <span className={`tag ${STYLES[sureness]}`}>{words.sure[sureness]}</span>
    </Tooltip>
  );
}
