import { RULES } from "@/domain/flags/flag";
import { VERDICT_WORDS } from "@/domain/verdicts/verdict";
import type { Verdict } from "@/shapes/judgement-shapes";
import type { PracticeGuide } from "@/shapes/practice-shape";
import { loadCouncils } from "./councils";
import { currentFigures } from "./current-figures";
import { authorityOf, listFlags } from "./flags";
import { type Reading, today } from "./summaries";
import { standingVerdicts } from "./verdicts";

/** Where in the store each verdict and each rule can be seen: of whatever councils are held, so for practice. */
export async function presentPracticeGuide(reading: Reading): Promise<PracticeGuide> {
  const [councils, verdicts, flags] = await Promise.all([
    loadCouncils(currentFigures(reading.database), today(reading)),
    standingVerdicts(reading.database),
    listFlags(reading, {}),
  ]);
  const inOrder = verdicts.toSorted(
    (a, b) => standsBack(a.verdict) - standsBack(b.verdict) || a.dfeCode.localeCompare(b.dfeCode),
  );
  return {
    verdicts: VERDICT_WORDS.map((word) => ({
      word,
      shown: inOrder
        .filter(({ verdict }) => verdict.verdict === word)
        .map(({ dfeCode, verdict }) => ({ authority: authorityOf(dfeCode, councils), verdict })),
    })),
    rules: RULES.map((rule) => ({ rule, flags: flags.filter((flag) => flag.rule === rule) })),
  };
}

/** What counts comes before signing years and agreements that no longer stand. */
function standsBack({ baseline, against }: Verdict): number {
  return Number(baseline) + Number(against === "original");
}
