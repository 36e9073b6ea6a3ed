import { WhereFromList } from "@/components/figures/where-from-list";
import type { Authority } from "@/shapes/api-shapes";
import { noTrendSentence, trendSentences } from "@/wording/trend";

/** Where the year ends lead if they go on as they did, or why nothing is said of that. */
export function TrendWords({
  council: { name, trend, noTrend, agreements },
}: {
  readonly council: Authority;
}) {
  if (trend === null && noTrend === null) return null;
  return (
    <div className="mt-8">
      <h3 className="text-lg">If it went on so</h3>
      {trend === null ? (
        <p className="mt-2 prose-width">{noTrend === null ? null : noTrendSentence(noTrend)}</p>
      ) : (
        <>
          <p className="mt-2 prose-width">{trendSentences(trend, agreements).join(" ")}</p>
          <WhereFromList what={`${name}: year ends and payments behind the trend`} sources={trend.sources} />
        </>
      )}
    </div>
  );
}
