import { gssCodeOf } from "./council-list";
import { csvFile } from "./csv-file";
import { grown } from "./growth";
import type { PracticeCouncil } from "./practice-council";
import { PRACTICE_PAGE } from "./practice-words";
import { isOutBy } from "./stages";

const FIRST_JANUARY = 2021;
const LAST_JANUARY = 2026;
const GROWTH_PERCENT = 9;

/** The release of 2025 counted Pretendford's plans of that January wrongly; the next one restates them. */
const MISCOUNTED = { dfeCode: "X08", january: 2025, more: 40 };

/** The counts of the release that was current at a stage, in the columns of `archive/figures/ehc_plans.csv`. */
export function ehcPlanFigures(councils: readonly PracticeCouncil[], stage: string): Uint8Array {
  const latest = latestJanuary(stage);
  const rows = [];
  for (let january = FIRST_JANUARY; january <= latest; january += 1) {
    for (const council of councils) {
      const plans = grown(council.plans, GROWTH_PERCENT, january - FIRST_JANUARY);
      const miscounted =
        council.dfeCode === MISCOUNTED.dfeCode && january === MISCOUNTED.january && january === latest;
      rows.push({
        la_code: council.dfeCode,
        gss_code: gssCodeOf(council),
        la_name: council.name,
        year: january,
        ehc_plans: plans + (miscounted ? MISCOUNTED.more : 0),
        source: "Invented counts of plans",
        source_url: `${PRACTICE_PAGE}plans`,
      });
    }
  }
  return csvFile(
    ["la_code", "gss_code", "la_name", "year", "ehc_plans", "symbol", "source", "source_url"],
    rows,
  );
}

/** Each January's count comes out in the June after it. */
function latestJanuary(stage: string): number {
  let latest = FIRST_JANUARY;
  for (let january = FIRST_JANUARY; january <= LAST_JANUARY; january += 1) {
    if (isOutBy(stage, `${january}-06-20`)) latest = january;
  }
  return latest;
}
