/** The day by stage and channel: how many steps, for how much; each opens its steps. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { WireMoney } from "../../../src/contract/scalars.ts";
import { add, amountText, moneyOf } from "../../../src/domain/values/money.ts";
import { PATHS } from "../../paths.ts";
import { Amounts } from "../../ui/amount.tsx";
import { channelIcon } from "../../ui/channel-icon.ts";
import { Icon } from "../../ui/icon.tsx";
import { named } from "../../words/named.ts";
import { useWords } from "../../words.tsx";
import type { PlanAnswer } from "./plan-answer.ts";

type Total = PlanAnswer["totals"][number];
type StageTotal = {
  readonly stage: Total["stage"];
  readonly steps: number;
  readonly waiting: number;
  readonly amounts: readonly WireMoney[];
  readonly channels: ReadonlyMap<string, number>;
};

const STAGES = ["pre_due", "early", "middle", "late", "legal"] as const;
const LIVE: readonly string[] = ["planned", "released", "done"];

/** Amounts of the same currency are added; a task and a letter for one item count it once each. */
function merged(amounts: readonly WireMoney[]): readonly WireMoney[] {
  const sums = new Map<string, WireMoney>();
  for (const { amount, currency } of amounts) {
    const before = sums.get(currency);
    const value = moneyOf(amount, currency);
    const sum = before === undefined ? value : add(moneyOf(before.amount, currency), value);
    sums.set(currency, { amount: amountText(sum), currency });
  }
  return [...sums.values()];
}

function stageTotals(totals: readonly Total[]): readonly StageTotal[] {
  return STAGES.flatMap((stage) => {
    const lines = totals.filter((line) => line.stage === stage && LIVE.includes(line.state));
    if (lines.length === 0) return [];
    const channels = new Map<string, number>();
    for (const { channel, steps } of lines) {
      channels.set(channel, (channels.get(channel) ?? 0) + steps);
    }
    const messages = lines.filter(({ track }) => track !== "task");
    return [
      {
        stage,
        steps: lines.reduce((sum, line) => sum + line.steps, 0),
        waiting: lines
          .filter(({ state }) => state === "planned")
          .reduce((sum, line) => sum + line.steps, 0),
        amounts: merged(messages.flatMap((line) => line.amounts)),
        channels,
      },
    ];
  });
}

export function PlanTotals({ plan }: { readonly plan: PlanAnswer }) {
  const { plan: words } = useWords();
  return (
    <section className="plan-totals" aria-label={words.byStage}>
      {stageTotals(plan.totals).map((total) => (
        <StageTile key={total.stage} total={total} />
      ))}
    </section>
  );
}

function StageTile({ total }: { readonly total: StageTotal }) {
  const { plan: words, terms } = useWords();
  const view = useSearch({ from: "/$creditor/plan" });
  const navigate = useNavigate({ from: PATHS.plan });
  const chosen = view.stage === total.stage;
  const choose = () =>
    void navigate({
      search: ({ stage: _, tab: __, ...rest }) => (chosen ? rest : { ...rest, stage: total.stage }),
      replace: true,
    });
  return (
    <button type="button" className="stage-tile" aria-pressed={chosen} onClick={choose}>
      <span className="spread">
        <span className={`stage-name stage-${total.stage}`}>{terms.stages[total.stage]}</span>
        {total.waiting > 0 && (
          <span className="small quiet number">
            {total.waiting} {words.waiting}
          </span>
        )}
      </span>
      <span className="tile-figure number">{total.steps}</span>
      <span className="line wrap small">
        {[...total.channels].map(([channel, steps]) => (
          <span key={channel} className="line tile-channel">
            <Icon name={channelIcon(channel)} size={14} />
            {named(terms.channels, channel)} <b className="number">{steps}</b>
          </span>
        ))}
      </span>
      {total.amounts.length > 0 && (
        <span className="small">
          <Amounts of={total.amounts} />
        </span>
      )}
    </button>
  );
}
