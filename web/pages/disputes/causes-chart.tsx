/** Disputed amounts by cause as bars, the credited part of each marked; one chart a currency. */
import { BarChart } from "echarts/charts";
import { GridComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import type { DisputeCauses } from "../../../src/contract/dispute-causes.ts";
import { moneyOf } from "../../../src/domain/values/money.ts";
import { amountWords } from "../../ui/amount.tsx";
import { PALETTE } from "../../ui/theme.ts";
import type { Words } from "../../words/zh.ts";
import { useWords } from "../../words.tsx";
import { causeName } from "./cause-words.ts";

use([BarChart, GridComponent, TooltipComponent, SVGRenderer]);

const COLOURS = { amount: "#e58a2b", credited: "#5b8def" } as const;

/** More bars than these can't be read; the table has them all. */
const MOST_BARS = 12;

/** A height to draw, in ten thousands; the exact figure is in the tooltip and the table. */
const heightOf = (amount: string, currency: string): number =>
  Number(moneyOf(amount, currency).minor) / 100 / 10_000;

function optionOf(causes: DisputeCauses, currency: string, words: Words) {
  const { by } = causes;
  const rows = causes.rows.filter((row) => row.currency === currency).slice(0, MOST_BARS);
  const { amount, credited } = words.disputes.causes;
  const series = (name: string, key: "amount" | "credited", color: string) => ({
    type: "bar" as const,
    name,
    barMaxWidth: 28,
    itemStyle: { color, borderRadius: [3, 3, 0, 0] },
    data: rows.map((row) => heightOf(row[key], currency)),
  });
  return {
    animation: false,
    grid: { left: 48, right: 8, top: 14, bottom: 28, containLabel: false },
    textStyle: { fontFamily: "inherit", color: PALETTE.second },
    tooltip: {
      trigger: "axis" as const,
      formatter: (shown: { dataIndex: number }[]) => {
        const row = rows[shown[0]?.dataIndex ?? 0];
        if (row === undefined) return "";
        const line = (name: string, value: string) =>
          `${name} <b>${currency} ${amountWords({ amount: value, currency })}</b>`;
        return [
          causeName(words, by, row),
          line(amount, row.amount),
          line(credited, row.credited),
        ].join("<br/>");
      },
    },
    xAxis: {
      type: "category" as const,
      data: rows.map((row) => causeName(words, by, row)),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: PALETTE.line } },
      axisLabel: {
        color: PALETTE.second,
        fontSize: 12,
        interval: 0,
        width: 84,
        overflow: "truncate" as const,
      },
    },
    yAxis: {
      type: "value" as const,
      splitLine: { lineStyle: { color: PALETTE.line } },
      axisLabel: { color: PALETTE.second, fontSize: 12 },
    },
    series: [
      series(amount, "amount", COLOURS.amount),
      series(credited, "credited", COLOURS.credited),
    ],
  };
}

type ChartProps = { readonly causes: DisputeCauses; readonly currency: string };

function OneChart({ causes, currency }: ChartProps) {
  const words = useWords();
  const box = useRef<HTMLDivElement>(null);
  // The chart's library draws into the element itself; React only keeps the element.
  useEffect(() => {
    if (box.current === null) return;
    const chart = init(box.current, null, { renderer: "svg" });
    chart.setOption(optionOf(causes, currency, words));
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(box.current);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [causes, currency, words]);
  const title = words.disputes.causes.chart;
  return (
    <figure>
      <figcaption className="small quiet">
        <span className="grow">
          {title} · {words.ageing.tenThousand} {currency}
        </span>
        {(["amount", "credited"] as const).map((key) => (
          <span key={key}>
            <i className="part-mark" style={{ background: COLOURS[key] }} />
            {words.disputes.causes[key]}
          </span>
        ))}
      </figcaption>
      <div ref={box} className="causes-chart" role="img" aria-label={`${title} ${currency}`} />
    </figure>
  );
}

export function CausesChart({ causes }: { readonly causes: DisputeCauses }) {
  return (
    <div className="side-by-side causes-charts">
      {causes.totals.map(({ currency }) => (
        <OneChart key={currency} causes={causes} currency={currency} />
      ))}
    </div>
  );
}
