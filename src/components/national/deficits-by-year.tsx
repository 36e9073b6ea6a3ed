import { nationalStack, type StackBar } from "@/charts/national-stack";
import { ResponsiveChart } from "@/components/charts/responsive-chart";
import type { National } from "@/shapes/api-shapes";
import type { CountryWords } from "@/wording/country";
import { formatDate } from "@/wording/dates";
import { formatShortGbp } from "@/wording/money";

type NationalDeficit = National["deficits"][number];

const BASIS = {
  outturn: "outturn",
  derived: "worked out",
  provisional: "provisional",
  forecast: "forecast",
} as const;

/**
 * A stack for each 31 March from the first to the last of which councils' net balances of the whole grant are held;
 * a year between them without any is there and empty.
 */
export function stacksOf(deficits: readonly NationalDeficit[]): StackBar[] {
  const alike = deficits.filter(
    ({ basis, scope, kind }) => basis === "net" && scope === "dsg" && kind !== "forecast",
  );
  const years = alike.map(({ asAt }) => Number(asAt.slice(0, 4)));
  const first = Math.min(...years);
  return Array.from({ length: alike.length === 0 ? 0 : Math.max(...years) - first + 1 }, (_, index) => {
    const key = `${first + index}-03-31`;
    const found = alike.findLast(({ asAt }) => asAt === key);
    const name = ["Mar", String(first + index)];
    if (found === undefined) return { key, name, basis: "", layers: null, sum: "" };
    const others = found.deficitsGbp - found.safetyValve.deficitsGbp;
    return {
      key,
      name,
      basis: BASIS[found.kind],
      sum: formatShortGbp(found.deficitsGbp),
      layers: [found.safetyValve.deficitsGbp, others, -found.surplusesGbp].map((amount) => ({
        amount,
        text: formatShortGbp(Math.abs(amount)),
      })),
    };
  });
}

/** What councils owe and hold in all, year by year; the table below has the same figures with their sources. */
export function DeficitsByYear({
  deficits,
  country,
}: {
  readonly deficits: readonly NationalDeficit[];
  readonly country: CountryWords;
}) {
  const bars = stacksOf(deficits);
  if (bars.length === 0) return null;
  const words = bars.map(({ key, layers }) =>
    layers === null
      ? `${formatDate(key)}: nothing held`
      : `${formatDate(key)}: ${layers.map(({ text }, index) => `${LAYERS[index]} ${text}`).join(", ")}`,
  );
  return (
    <figure className="mb-8">
      <ResponsiveChart
        heightShare={0.85}
        draw={(size, id) =>
          nationalStack(
            {
              title: `Deficits and surpluses of ${country.councils} by year`,
              description: words.join("; "),
              bars,
              nothing: ["we do not", "hold it"],
              layerNames: LAYERS,
            },
            size,
            id,
          )
        }
      />
      <figcaption className="mt-3 text-xs text-ink-soft">
        Solid: deficits of the councils that signed a safety valve agreement, before that date or after. Pale:
        deficits of the others. Dashed, below zero: surpluses, which pay nobody else’s deficit. Years worked
        out from percentages and years of printed outturns stand side by side and aren’t joined.
      </figcaption>
    </figure>
  );
}

const LAYERS = ["councils that signed", "other councils", "surpluses"];
