import { RULES } from "@/domain/flags/flag";
import type { TrendFound } from "@/domain/trend/trend-of";
import { isMiss } from "@/domain/verdicts/judge-year";
import { type ToleranceTried, TRIED_BASIS_POINTS } from "@/domain/verdicts/sensitivity";
import type { Thresholds } from "@/domain/verdicts/thresholds";
import type { VerdictWord } from "@/domain/verdicts/verdict";
import type { Methodology } from "@/shapes/judgement-shapes";
import { loadThresholds } from "@/store/load-thresholds";
import { backTestsOf } from "./back-tests";
import { currentFigures } from "./current-figures";
import { listFlags } from "./flags";
import { gbpOf } from "./pounds";
import type { Reading } from "./summaries";
import { standingVerdicts } from "./verdicts";

/** What the method comes to today: thresholds in force, an example of each rule, and what other tolerances would do. */
export async function presentMethodology(reading: Reading): Promise<Methodology> {
  const { database } = reading;
  const [thresholds, flags, statuses, verdicts] = await Promise.all([
    loadThresholds(database),
    listFlags(reading, { state: "open" }),
    currentFigures(database).councilStatus.findMany({ select: { sensitivity: true, trend: true } }),
    standingVerdicts(database),
  ]);
  const counted = verdicts.filter(({ verdict }) => verdict.against !== "original" && !verdict.baseline);
  const tried = statuses.flatMap(
    ({ sensitivity }) => (sensitivity ?? []) as unknown as readonly ToleranceTried[],
  );
  const trends = statuses.flatMap(({ trend }) => {
    const found = trend as unknown as TrendFound | null;
    return found?.kind === "trend" ? [found.trend] : [];
  });
  return {
    thresholds: presentMeasures(thresholds),
    rules: RULES.map((rule) => {
      const open = flags.filter((flag) => flag.rule === rule);
      return { rule, open: open.length, example: open[0] ?? null };
    }),
    verdicts: {
      judged: counted.length,
      missed: counted.filter(({ verdict }) => isMiss(verdict.verdict as VerdictWord)).length,
    },
    sensitivity: TRIED_BASIS_POINTS.map((basisPoints) => {
      const same = tried.filter((one) => one.basisPoints === basisPoints);
      const sumOf = (what: "changed" | "missed") => same.reduce((sum, one) => sum + one[what], 0);
      return { basisPoints, changed: sumOf("changed"), missed: sumOf("missed") };
    }),
    trends: {
      councils: trends.length,
      mostYearEnds: Math.max(0, ...trends.map(({ years }) => years.length)),
    },
    backTests: backTestsOf(trends),
  };
}

/** What the rules are measured with, as it's shown. */
export function presentMeasures({ toleranceFloor, ...measures }: Thresholds): Methodology["thresholds"] {
  return { ...measures, toleranceFloorGbp: gbpOf(BigInt(toleranceFloor)) };
}
