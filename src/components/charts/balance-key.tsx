import type { ReactNode } from "react";
import { ForecastMark, NetMark, PlannedMark, UnlikeMark } from "@/charts/balance-marks";
import type { BalanceSeries } from "@/charts/balance-series";
import { PAGE_PALETTE } from "@/charts/palette";

/** What the marks mean: only those that the chart beside it really has. */
export function BalanceKey({ series }: { readonly series: BalanceSeries }) {
  const { net, segments, ranges, unlike, forecasts, planned } = series;
  const has = (basis: "net" | "gross" | "unknown") => unlike.some((point) => point.basis === basis);
  return (
    <ul className="mt-3 flex flex-wrap gap-x-6 gap-y-1.5 text-xs text-ink-soft">
      {net.some(({ derived }) => !derived) ? (
        <Entry mark={<NetMark palette={PAGE_PALETTE} derived={false} />}>
          after DfE money (net), as published
        </Entry>
      ) : null}
      {net.some(({ derived }) => derived) ? (
        <Entry mark={<NetMark palette={PAGE_PALETTE} derived />}>
          net, worked out from published percentages; each with its error in the table
        </Entry>
      ) : null}
      {segments.some(({ plain }) => !plain) ? (
        <Entry mark={<path d="M-8 0H8" stroke={PAGE_PALETTE.gap} strokeWidth={1.25} />}>
          a year end between is not held, or the sources differ
        </Entry>
      ) : null}
      {ranges.length > 0 ? (
        <Entry mark={<path d="M-5-6H5M0-6V6M-5 6H5" stroke={PAGE_PALETTE.net} strokeWidth={1.5} />}>
          sources disagree
        </Entry>
      ) : null}
      {has("gross") ? (
        <Entry mark={<UnlikeMark palette={PAGE_PALETTE} basis="gross" />}>before DfE money (gross)</Entry>
      ) : null}
      {has("net") ? (
        <Entry mark={<UnlikeMark palette={PAGE_PALETTE} basis="net" />}>
          net, but high needs only or scope not stated
        </Entry>
      ) : null}
      {has("unknown") ? (
        <Entry mark={<UnlikeMark palette={PAGE_PALETTE} basis="unknown" />}>basis not stated</Entry>
      ) : null}
      {forecasts.length > 0 ? (
        <Entry mark={<ForecastMark palette={PAGE_PALETTE} basis={forecasts[0]?.basis ?? "unknown"} />}>
          forecast, not an outturn
        </Entry>
      ) : null}
      {planned.length > 0 ? (
        <Entry mark={<PlannedMark palette={PAGE_PALETTE} />}>
          planned, joined only where the basis is the same
        </Entry>
      ) : null}
    </ul>
  );
}

function Entry({ mark, children }: { readonly mark: ReactNode; readonly children: ReactNode }) {
  return (
    <li className="flex items-center gap-2">
      <svg viewBox="-9 -9 18 18" className="size-4 shrink-0" aria-hidden="true">
        {mark}
      </svg>
      <span>{children}</span>
    </li>
  );
}
