import { lastDay } from "../financial-year";
import { add, subtract } from "../money";
import { isBasisKnown } from "../verdicts/choose-actual";
import type { HeldBalance, HeldPlan } from "../verdicts/held-figures";
import { toleranceOf } from "../verdicts/tolerance";
import type { Verdict } from "../verdicts/verdict";
import { inStanding, plansOfVersion, troubleWith } from "../verdicts/version-plans";
import { draftFlag, FIRST_VERSION, figure, threshold } from "./draft-flag";
import type { DraftFlag, FlagRule, JudgedCouncil } from "./flag";
import { latestOf } from "./in-time";
import { BASIS_WORDS, dateWords, PLAN_WORDS, sizeWords, yearEndWords } from "./in-words";
import { currentAgreement, currentVerdicts, isChecked } from "./promises";

/** One flag for each year end: it goes when that year's outturn comes. */
export const deficitHeadingAboveProfile: FlagRule = {
  name: "deficit-heading-above-profile",
  version: "1",
  severity: "at-risk",
  title: "Forecast above the profile or plan",
  meaning:
    "For a year end of which no outturn is held yet, the latest published forecast is above what was planned, on the same basis.",
  formula:
    "The latest published forecast is above the planned deficit plus the tolerance: the rounding of both figures, plus the larger of £250,000 and 1% of the larger of the planned deficit and DfE’s total. Of several planned figures for one year the nearest to the agreement counts that a forecast can be put beside. Where it isn’t known which of several forecasts is the latest, all of them must be above, and the lowest is shown.",
  thresholds: ["toleranceFloor", "toleranceBasisPoints", "judgedThrough"],
  never:
    "Never shown as a miss, and never from figures on different bases. A figure of the high needs block alone never meets one of the whole grant; where one of the two doesn’t say which it is, they may meet.",
  weaknesses: [
    "Forecasts are made for a purpose, and may be old: each is shown with its date.",
    "Where the scope isn’t stated, the forecast and the plan may count different things.",
  ],
  changes: FIRST_VERSION,
  find(judged) {
    return currentVerdicts(judged).flatMap((verdict) => headingOf(verdict, judged));
  },
};

function headingOf(verdict: Verdict, judged: JudgedCouncil): DraftFlag[] {
  const noOutturn = verdict.verdict === "not-held" || verdict.verdict === "not-published";
  const current = currentAgreement(judged);
  if (!noOutturn || !current) return [];
  const { dossier, thresholds } = judged;
  const [compared] = inStanding(plansOfVersion(dossier, current))
    .filter((plan) => plan.financialYear === verdict.financialYear && !decidesNothing(plan, judged))
    .map((plan) => ({
      plan,
      forecasts: latestOf(dossier.balances.filter((held) => isForecastFor(plan, held))),
    }))
    .filter(({ forecasts }) => forecasts.length > 0);
  if (!compared) return [];
  const { plan, forecasts } = compared;
  const tolerance = (forecast: HeldBalance) => toleranceOf(plan, forecast.error, current.total, thresholds);
  if (forecasts.some((each) => each.deficit <= add(plan.deficit, tolerance(each)))) return [];
  const lowest = forecasts.toSorted((a, b) => a.deficit - b.deficit || a.ref.id - b.ref.id)[0];
  if (!lowest) return [];
  const end = yearEndWords(verdict.financialYear);
  const said =
    lowest.publishedOn === null
      ? "A forecast, the day of which is not stated,"
      : `A forecast of ${dateWords(lowest.publishedOn)}`;
  return [
    draftFlag(deficitHeadingAboveProfile, {
      financialYear: verdict.financialYear,
      subject: verdict.financialYear,
      checked: isChecked(judged, verdict),
      size: subtract(lowest.deficit, plan.deficit),
      summary:
        `${said} puts the deficit at ${end} at ${sizeWords(lowest.deficit)} ${BASIS_WORDS[lowest.basis]}, ` +
        `against ${sizeWords(plan.deficit)} ${plan.planSource === "aim" ? "" : "planned "}${PLAN_WORDS[plan.planSource]}.`,
      evidence: [
        figure(`Planned deficit at ${end}, ${BASIS_WORDS[plan.basis]}`, plan.deficit, plan.ref),
        figure(
          `Forecast deficit at ${end}, ${BASIS_WORDS[lowest.basis]}`,
          lowest.deficit,
          lowest.ref,
          lowest.publishedOn,
        ),
        threshold("Tolerance", tolerance(lowest)),
      ],
    }),
  ];
}

/** A basis has to be known here, a scope need not be: the rule asks for the same basis only. */
function decidesNothing(plan: HeldPlan, { dossier }: JudgedCouncil): boolean {
  const current = dossier.agreements.at(-1);
  if (!current || plan.basis === "unknown") return true;
  const trouble = troubleWith(plan, plansOfVersion(dossier, current));
  return trouble !== null && trouble !== "promise-basis-unknown";
}

function isForecastFor(plan: HeldPlan, balance: HeldBalance): boolean {
  return (
    balance.kind === "forecast" &&
    balance.asAt === lastDay(plan.financialYear) &&
    !balance.asAtInferred &&
    balance.confidence !== "low" &&
    balance.basis === plan.basis &&
    isBasisKnown(balance) &&
    (balance.scope === plan.scope || balance.scope === "unknown" || plan.scope === "unknown") &&
    !unlikeOwnMoney(plan, balance)
  );
}

function unlikeOwnMoney({ localContributions }: HeldPlan, { after }: HeldBalance): boolean {
  const side = ({ yes: "included", no: "excluded", unknown: "unknown" } as const)[after.localContribution];
  return side !== "unknown" && localContributions !== "unknown" && side !== localContributions;
}
