import { type ReactElement, useId } from "react";
import { CHART_SIZES, type ChartSize } from "@/charts/balance-plan";

/**
 * A chart drawn once for each width there may be, of which the style sheet shows one.
 *
 * Drawn for its width rather than scaled: a label is as large on a phone as on a wall. No script is needed.
 */
export function ResponsiveChart({
  draw,
  heightShare = 1,
  across = "column",
}: {
  readonly draw: (size: ChartSize, id: string) => ReactElement;
  /** For lower pictures: the share of the ordinary height. */
  readonly heightShare?: number;
  /** Whether it stands in a section's column or across the whole page. */
  readonly across?: "column" | "page";
}) {
  const id = useId();
  const at = (name: keyof typeof CHART_SIZES) => {
    const size = CHART_SIZES[name];
    return draw({ ...size, height: Math.round(size.height * heightShare) }, `${id}${name}`);
  };
  return (
    <div className="@container [&_svg]:h-auto [&_svg]:w-full [&_svg]:overflow-visible">
      <div className="max-w-[27rem] @min-[36rem]:hidden">{at("narrow")}</div>
      {across === "page" ? (
        <>
          <div className="hidden max-w-[52rem] @min-[36rem]:block @min-[60rem]:hidden">{at("middle")}</div>
          <div className="hidden @min-[60rem]:block">{at("page")}</div>
        </>
      ) : (
        <>
          <div className="hidden max-w-[46rem] @min-[36rem]:block @min-[54rem]:hidden">{at("middle")}</div>
          <div className="hidden @min-[54rem]:block">{at("wide")}</div>
        </>
      )}
    </div>
  );
}
