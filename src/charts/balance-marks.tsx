import type { Basis } from "@/domain/dsg/balance";
import type { ChartPalette } from "./palette";

/* The marks of a balance chart around (0, 0), in the chart and in its key alike. */

export function NetMark({ palette, derived }: { readonly palette: ChartPalette; readonly derived: boolean }) {
  return (
    <circle
      r={derived ? 4 : 4.5}
      fill={derived ? palette.paper : palette.net}
      stroke={palette.net}
      strokeWidth={2}
    />
  );
}

/** Hollow, since it belongs to no line: a square before DfE money, a diamond where the basis isn't stated. */
export function UnlikeMark({ palette, basis }: { readonly palette: ChartPalette; readonly basis: Basis }) {
  switch (basis) {
    case "gross":
      return (
        <rect
          x={-4}
          y={-4}
          width={8}
          height={8}
          fill={palette.paper}
          stroke={palette.gross}
          strokeWidth={1.75}
        />
      );
    case "unknown":
      return (
        <path d="M0-5.2 5.2 0 0 5.2-5.2 0Z" fill={palette.paper} stroke={palette.unlike} strokeWidth={1.5} />
      );
    case "net":
      return <path d="M0-5 4.8 3.6H-4.8Z" fill={palette.paper} stroke={palette.unlike} strokeWidth={1.5} />;
  }
}

export function ForecastMark({ palette, basis }: { readonly palette: ChartPalette; readonly basis: Basis }) {
  const colour = basis === "net" ? palette.net : basis === "gross" ? palette.gross : palette.unlike;
  return (
    <circle
      r={4.75}
      fill={palette.paper}
      stroke={colour}
      strokeWidth={2}
      strokeLinecap="round"
      strokeDasharray="0.1 3.6"
    />
  );
}

export function PlannedMark({
  palette,
  old = false,
}: {
  readonly palette: ChartPalette;
  readonly old?: boolean;
}) {
  return (
    <circle
      r={old ? 3.25 : 4}
      fill={palette.paper}
      stroke={old ? palette.first : palette.planned}
      strokeWidth={old ? 1 : 1.5}
    />
  );
}
