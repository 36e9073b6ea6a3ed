import type { FinancialYear } from "../financial-year";
import { isCurrent } from "../trend/is-current";
import { type HeldInYearBalance, isActual } from "../verdicts/held-figures";
import type { InYearBalance } from "../verdicts/in-year-balance";
import { draftFlag, FIRST_VERSION, figure, threshold } from "./draft-flag";
import type { FlagEvidence, FlagRule, JudgedCouncil } from "./flag";
import { latestOf } from "./in-time";
import { dateWords, moneyWords, yearWords } from "./in-words";
import { currentAgreement } from "./promises";
import { isShort, shortBy, yearsInBalance } from "./year-outcome";

/** Only years of which no outturn is held: what has happened is for `in-year-balance-missed`. */
export const inYearBalanceAtRisk: FlagRule = {
  name: "in-year-balance-at-risk",
  version: "1",
  severity: "at-risk",
  title: "In-year balance at risk",
  meaning:
    "For the year by which spending should be within the grant, or a later one of the agreement, the latest forecast is short of balance, or the deficits so far have been growing.",
  formula:
    "The latest published forecast of the year’s balance, before DfE money, is below minus the larger of £250,000 and its error; or the median yearly growth of the deficit before DfE money is more than £250,000, over year ends the last of which is no more than 20 months past.",
  thresholds: ["toleranceFloor", "onTrackWithinMonths", "judgedThrough"],
  never:
    "Never shown as a miss, never from deficits after DfE money, and never from a trend that ended longer ago, perhaps before the agreement began.",
  weaknesses: [
    "A trend knows nothing of plans for the years to come.",
    "The year may be known from the press only; it is then named as such.",
  ],
  changes: FIRST_VERSION,
  find(judged) {
    const agreement = currentAgreement(judged);
    if (!agreement?.balanceBy) return [];
    const ahead = yearsInBalance(agreement, judged.thresholds).filter((year) => !hasOutturn(year, judged));
    const forecast = ahead.map((year) => forecastShort(year, judged)).find((found) => found !== null) ?? null;
    const growing = trendShort(ahead, judged);
    const first = forecast ?? growing;
    if (!first) return [];
    const promised = `Balance in the year is ${agreement.balanceBySource === "press" ? "reported by the press to be promised" : "promised"} by ${yearWords(agreement.balanceBy)}`;
    return [
      draftFlag(inYearBalanceAtRisk, {
        financialYear: first.financialYear,
        subject: "",
        checked: agreement.checked,
        size: first.size,
        summary: `${promised}; ${[forecast, growing].flatMap((found) => (found ? [found.words] : [])).join(", and ")}.`,
        evidence: [
          figure(`Balance by ${yearWords(agreement.balanceBy)}`, null, agreement.ref),
          ...(forecast?.evidence ?? []),
          ...(growing?.evidence ?? []),
        ],
      }),
    ];
  },
};

interface Risk {
  readonly financialYear: FinancialYear;
  readonly size: number;
  readonly words: string;
  readonly evidence: readonly FlagEvidence[];
}

function hasOutturn(year: FinancialYear, { inYearBalances }: JudgedCouncil): boolean {
  return inYearBalances.some((balance) => balance.financialYear === year && isActual(balance));
}

function forecastShort(
  year: FinancialYear,
  { inYearBalances, dossier, thresholds }: JudgedCouncil,
): Risk | null {
  const published = (balance: InYearBalance): readonly HeldInYearBalance[] =>
    dossier.inYearBalances.filter(
      ({ ref }) => ref.table === balance.refs[0]?.table && ref.id === balance.refs[0].id,
    );
  const forecasts = inYearBalances
    .filter((balance) => balance.financialYear === year && balance.kind === "forecast")
    .flatMap((balance) => published(balance).map(({ publishedOn, ref }) => ({ balance, publishedOn, ref })));
  const latest = latestOf(forecasts).toSorted(
    (a, b) => b.balance.balance - a.balance.balance || a.ref.id - b.ref.id,
  );
  const [mildest] = latest;
  if (!mildest || latest.some(({ balance }) => !isShort(balance, thresholds))) return null;
  const { balance, publishedOn, ref } = mildest;
  const said =
    publishedOn === null
      ? "a forecast, the day of which is not stated,"
      : `a forecast of ${dateWords(publishedOn)}`;
  return {
    financialYear: year,
    size: -balance.balance,
    words: `${said} puts the in-year deficit in ${yearWords(year)} at ${balance.bound === "at-most" ? "at least " : ""}${moneyWords(balance.balance)} before DfE money`,
    evidence: [
      figure(
        `Forecast in-year balance ${yearWords(year)} before DfE money`,
        balance.balance,
        ref,
        publishedOn,
      ),
      threshold("Counts as balanced down to minus", shortBy(balance, thresholds)),
    ],
  };
}

function trendShort(
  ahead: readonly FinancialYear[],
  { trend, today, thresholds }: JudgedCouncil,
): Risk | null {
  if (!trend || !isCurrent(trend, today, thresholds)) return null;
  if (trend.basis !== "gross" || trend.slope <= thresholds.toleranceFloor) return null;
  const lastKnown = trend.years.reduce((a, b) => (a > b ? a : b), "" as FinancialYear);
  const year = ahead.find((each) => each > lastKnown);
  if (!year) return null;
  return {
    financialYear: year,
    size: trend.slope,
    words: `on the trend so far the deficit grows by ${moneyWords(trend.slope)} a year before DfE money`,
    evidence: [
      ...trend.refs.map((ref) => figure("Deficit before DfE money on which the trend rests", null, ref)),
      threshold("Growth a year that still counts as balance", thresholds.toleranceFloor),
    ],
  };
}
