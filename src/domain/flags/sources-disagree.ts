import type { CalendarDate, PartialDate } from "../calendar-date";
import type { Scope } from "../dsg/balance";
import { type FinancialYear, financialYearOf, lastDay } from "../financial-year";
import { add, type Money, pence, subtract } from "../money";
import { type HeldBalance, isActual } from "../verdicts/held-figures";
import type { Thresholds } from "../verdicts/thresholds";
import { draftFlag, FIRST_VERSION, figure, threshold } from "./draft-flag";
import type { DraftFlag, FlagRule } from "./flag";
import { BASIS_WORDS, dateWords, sizeWords } from "./in-words";

/** One flag for each date and scope. A figure in doubt is still one that somebody published. */
export const sourcesDisagree: FlagRule = {
  name: "sources-disagree",
  version: "1",
  severity: "unknown",
  title: "Sources disagree",
  meaning:
    "Two independent sources give different deficits for the same day. Which is right is not known here, so none is picked silently.",
  formula:
    "Two published deficits of different sources, of one date and scope, on one basis or with one basis not stated, differ by more than the rounding of both plus the larger of £250,000 and 1% of the larger figure.",
  thresholds: ["toleranceFloor", "toleranceBasisPoints"],
  never:
    "Never between copies of one publication, between a provisional and a final figure, from a forecast, or where the date or the scope of either is not certain.",
  weaknesses: [
    "Sources that don’t state their basis may be speaking of different things: the flag then says so.",
  ],
  changes: FIRST_VERSION,
  find({ dossier, thresholds }) {
    const usable = dossier.balances.filter(
      (balance) => isActual(balance) && !balance.asAtInferred && balance.scope !== "unknown",
    );
    const subjects = [...new Set(usable.map(subjectOf))].toSorted();
    return subjects.flatMap((subject) =>
      disagreement(
        subject,
        usable.filter((balance) => subjectOf(balance) === subject),
        thresholds,
      ),
    );
  },
};

const subjectOf = ({ asAt, scope }: { readonly asAt: CalendarDate; readonly scope: Scope }) =>
  `${asAt} ${scope}`;

function disagreement(subject: string, figures: readonly HeldBalance[], thresholds: Thresholds): DraftFlag[] {
  const apart = figures
    .filter((a) => figures.some((b) => differ(a, b, thresholds)))
    .toSorted((a, b) => a.deficit - b.deficit || a.family.localeCompare(b.family) || a.ref.id - b.ref.id);
  const [lowest, highest] = [apart[0], apart.at(-1)];
  if (!lowest || !highest) return [];
  const day = dateWords(lowest.asAt as string as PartialDate);
  const mayExplain = new Set(apart.map(({ basis }) => basis)).size > 1 || lowest.basis === "unknown";
  const explained = mayExplain
    ? " One may be before DfE money and the other after it, which could explain the difference."
    : " They are on the same basis.";
  return [
    draftFlag(sourcesDisagree, {
      financialYear: yearEnding(lowest.asAt),
      subject,
      checked: true,
      size: subtract(highest.deficit, lowest.deficit),
      summary:
        `For ${day} sources give between ${sizeWords(lowest.deficit)} (${BASIS_WORDS[lowest.basis]}) and ` +
        `${sizeWords(highest.deficit)} (${BASIS_WORDS[highest.basis]})${lowest.scope === "high-needs" ? ", high needs only" : ""}.${explained}`,
      evidence: [
        ...apart.map(({ deficit, basis, ref, publishedOn }) =>
          figure(`Published deficit at ${day}, ${BASIS_WORDS[basis]}`, deficit, ref, publishedOn),
        ),
        threshold("Difference allowed", allowed(lowest, highest, thresholds)),
      ],
    }),
  ];
}

/** A draft figure is expected to change: neither it nor the final one is in doubt for that. */
function differ(a: HeldBalance, b: HeldBalance, thresholds: Thresholds): boolean {
  if (a.family === b.family || (a.kind === "provisional") !== (b.kind === "provisional")) return false;
  if (a.basis !== b.basis && a.basis !== "unknown" && b.basis !== "unknown") return false;
  return Math.abs(a.deficit - b.deficit) > allowed(a, b, thresholds);
}

/** There is no promise here to measure by: 1% is of the larger figure. */
function allowed(
  a: HeldBalance,
  b: HeldBalance,
  { toleranceFloor, toleranceBasisPoints }: Thresholds,
): Money {
  const larger = Math.max(Math.abs(a.deficit), Math.abs(b.deficit));
  const share = Math.floor((larger * toleranceBasisPoints) / 10_000);
  return pence(add(a.error, b.error) + Math.max(toleranceFloor, share));
}

function yearEnding(asAt: CalendarDate): FinancialYear | null {
  const year = financialYearOf(asAt);
  return lastDay(year) === asAt ? year : null;
}
