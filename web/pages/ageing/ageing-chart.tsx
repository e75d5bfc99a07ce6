/** The ledger by age as bars, with their amounts in ten thousands written on them. */
import { BarChart } from "echarts/charts";
import { GridComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import type { Ageing } from "../../../src/contract/ageing.ts";
import { moneyOf } from "../../../src/domain/values/money.ts";
import { amountWords } from "../../ui/amount.tsx";
import { bucketColour, bucketName } from "../../ui/bucket-words.ts";
import { PALETTE } from "../../ui/theme.ts";
import type { Words } from "../../words/zh.ts";
import { useWords } from "../../words.tsx";

use([BarChart, GridComponent, TooltipComponent, SVGRenderer]);

type ChartProps = {
  readonly keys: readonly string[];
  readonly total: Ageing["totals"][number];
};

/** A height to draw and a rounded label; the exact figure is in the tooltip and the table. */
function barOf(amount: string, currency: string) {
  const tenThousands = Number(moneyOf(amount, currency).minor) / 100 / 10_000;
  const label =
    tenThousands === 0
      ? "–"
      : tenThousands.toLocaleString("en-US", {
          maximumFractionDigits: tenThousands >= 100 ? 0 : 1,
        });
  return { value: tenThousands, label };
}

function optionOf({ keys, total }: ChartProps, words: Words) {
  const { amounts, currency } = total;
  return {
    animation: false,
    grid: { left: 8, right: 8, top: 26, bottom: 24, containLabel: false },
    textStyle: { fontFamily: "inherit", color: PALETTE.second },
    tooltip: {
      trigger: "item" as const,
      formatter: ({ dataIndex }: { dataIndex: number }) => {
        const key = keys[dataIndex] ?? "";
        const amount = { amount: amounts[key] ?? "0", currency };
        return `${bucketName(words, key)}<br/><b>${currency} ${amountWords(amount)}</b>`;
      },
    },
    xAxis: {
      type: "category" as const,
      data: keys.map((key) => bucketName(words, key)),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: PALETTE.line } },
      axisLabel: { color: PALETTE.second, fontSize: 12, interval: 0 },
    },
    yAxis: { show: false, type: "value" as const },
    series: [
      {
        type: "bar" as const,
        barMaxWidth: 44,
        data: keys.map((key) => {
          const { value, label } = barOf(amounts[key] ?? "0", currency);
          return {
            value,
            itemStyle: { color: bucketColour(keys, key), borderRadius: [3, 3, 0, 0] },
            label: {
              show: true,
              position: "top" as const,
              formatter: label,
              color: PALETTE.ink,
              fontSize: 12,
            },
          };
        }),
      },
    ],
  };
}

export default function AgeingChart(props: ChartProps) {
  const words = useWords();
  const box = useRef<HTMLDivElement>(null);
  const { keys, total } = props;
  // The chart's library draws into the element itself; React only keeps the element.
  useEffect(() => {
    if (box.current === null) return;
    const chart = init(box.current, null, { renderer: "svg" });
    chart.setOption(optionOf({ keys, total }, words));
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(box.current);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [keys, total, words]);
  return (
    <figure className="ageing-chart-box">
      <figcaption className="small quiet">
        {words.ageing.chart} · {words.ageing.tenThousand} {total.currency}
      </figcaption>
      <div ref={box} className="ageing-chart" role="img" aria-label={words.ageing.chart} />
    </figure>
  );
}
