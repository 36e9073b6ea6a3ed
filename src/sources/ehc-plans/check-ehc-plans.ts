import type { EhcPlansDraft, NationalTotalDraft } from "@/domain/dsg/draft-figures";
import { financialYearStarting } from "@/domain/financial-year";
import type { Finding } from "@/domain/finding";
import type { CouncilRegister, PrintedCouncil } from "@/domain/local-authority/council-register";
import { valueOr } from "@/domain/published-value";
import { checkCompleteness } from "../ees/check-completeness";
import { checkTotal } from "../ees/check-total";
import type { DraftReading } from "../publication";

/** All councils count plans, City of London and Isles of Scilly too. */
const NONE_EXEMPT: ReadonlySet<string> = new Set();

/** Whether councils are complete and add up to England exactly, in every January of a release. */
export function checkEhcPlans(draft: DraftReading, councils: CouncilRegister): Finding[] {
  const plans = draft.figures.filter(
    (figure): figure is EhcPlansDraft<PrintedCouncil> => figure.type === "ehc-plans",
  );
  const totals = draft.figures.filter(
    (figure): figure is NationalTotalDraft => figure.type === "national-total",
  );
  const years = [...new Set(plans.map(({ year }) => year))].sort((a, b) => a - b);
  return years.flatMap((year) => {
    const counted = plans.filter((figure) => figure.year === year);
    const label = `January ${year}`;
    const complete = checkCompleteness(
      { label, year: financialYearStarting(year - 1), councils: counted.map(({ council }) => council) },
      councils,
      NONE_EXEMPT,
      draft.findings,
    );
    return [
      ...complete.findings,
      ...checkTotal({
        label,
        parts: counted.map((figure) => valueOr(figure.plans, null)),
        setAside: complete.setAside,
        neverNegative: true,
        total: totals.find(({ period }) => period === String(year)) ?? null,
        rounding: 0,
        say: (value) => value.toLocaleString("en-GB"),
      }),
    ];
  });
}
