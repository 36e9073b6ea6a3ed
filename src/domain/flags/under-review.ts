import type { PartialDate } from "../calendar-date";
import { byRef, type CouncilDossier, type FigureRef, type HeldAgreement } from "../verdicts/held-figures";
import { byDate, draftFlag, FIRST_VERSION, figure } from "./draft-flag";
import type { FlagRule } from "./flag";
import { surelyNotBefore } from "./in-time";
import { dateWords } from "./in-words";

/**
 * What closes a review, decided once: a later version of the agreement that is itself held and dated, or a
 * source's word that the agreement is completed. A report that terms were renegotiated, without the new
 * version, closes nothing; nor does a page that no longer mentions the review. A cited release of payments
 * ends a suspension, not a review.
 */
export const underReview: FlagRule = {
  name: "under-review",
  version: "1",
  severity: "at-risk",
  title: "Agreement under review",
  meaning:
    "DfE’s page, the agreement’s stated status or another cited source marks the agreement as under review or suspended.",
  formula:
    "A cited mark stands until a source certainly not earlier closes it: a later version of the agreement that is held, or a statement that the agreement is completed. A release of payments also ends a suspension.",
  thresholds: [],
  never:
    "Never closed because nothing more is said of it, nor by a report that terms changed while the new terms are not held.",
  weaknesses: ["The end of a review that was not published is not seen."],
  changes: FIRST_VERSION,
  find({ dossier }) {
    const closers = closersOf(dossier);
    const standing = marksOf(dossier)
      .filter(
        (mark) =>
          !closers.some(
            ({ date, ends, ref }) =>
              byRef(ref, mark.ref) !== 0 &&
              (ends === "all" || mark.kind === "suspended") &&
              surelyNotBefore(date, mark.date),
          ),
      )
      .toSorted(byDate);
    const dated = standing.filter(({ date }) => date !== null);
    const [first] = dated.length > 0 ? dated : standing;
    if (!first) return [];
    const since = first.date === null ? "" : ` since ${dateWords(first.date)}`;
    const revisions = revisionsSince(first.date, dossier);
    const what = standing.some(({ kind }) => kind === "under-review")
      ? "marked as under review"
      : "reported as suspended";
    return [
      draftFlag(underReview, {
        financialYear: null,
        subject: "",
        checked: standing.some(({ checked }) => checked),
        size: null,
        summary: `The agreement is ${what}${since}, and no source held says that this is over.${inOtherWords(revisions)}`,
        evidence: [...standing, ...revisions].map(({ label, ref, date }) => figure(label, null, ref, date)),
      }),
    ];
  },
};

interface Reported {
  readonly label: string;
  readonly date: PartialDate | null;
  readonly ref: FigureRef;
}

/** Reports that terms were changed after the review began: they close nothing, and are told beside it. */
function revisionsSince(began: PartialDate | null, { events }: CouncilDossier): readonly Reported[] {
  return events
    .filter(({ kind, date }) => kind === "revised" && surelyNotBefore(date, began))
    .map(({ summary, date, ref }) => ({ label: summary, date, ref }))
    .toSorted(byDate);
}

function inOtherWords(revisions: readonly Reported[]): string {
  const latest = revisions.at(-1);
  return latest === undefined
    ? ""
    : ` A report of ${dateWords(latest.date)} says that its terms were changed; the new terms are not held.`;
}

interface Mark {
  readonly kind: "under-review" | "suspended";
  readonly label: string;
  readonly date: PartialDate | null;
  readonly ref: FigureRef;
  readonly checked: boolean;
}

function marksOf({ agreements, listings, events }: CouncilDossier): Mark[] {
  return [
    ...agreements.flatMap(ofAgreement),
    ...listings
      .filter((listing) => listing.underReview)
      .map(({ ref, listedOn }) => ({
        ...{ kind: "under-review" as const, label: "Listed as under review on DfE’s page" },
        ...{ date: listedOn, ref, checked: true },
      })),
    ...events
      .filter(({ kind }) => kind === "under_review" || kind === "suspended")
      .map(({ kind, date, ref, summary }) => ({
        ...{
          kind: kind === "suspended" ? ("suspended" as const) : ("under-review" as const),
          label: summary,
        },
        ...{ date, ref, checked: true },
      })),
  ];
}

function ofAgreement({ suspended, status, statusDate, signedOn, ref, checked }: HeldAgreement): Mark[] {
  const review = /\bunder[ _-]review\b/i.test(status ?? "");
  if (!review && !suspended && !/\bsuspended\b/i.test(status ?? "")) return [];
  const kind = review ? "under-review" : "suspended";
  const label =
    status === null ? "Payments suspended, by the agreement’s text" : `Status of the agreement: ${status}`;
  return [{ kind, label, date: statusDate ?? signedOn, ref, checked }];
}

interface Closer {
  readonly ref: FigureRef;
  readonly date: PartialDate | null;
  readonly ends: "all" | "suspension";
}

function closersOf({ agreements, events }: CouncilDossier): Closer[] {
  return [
    ...agreements.slice(1).map((agreement) => ({
      ...{ ref: agreement.ref, date: takesEffect(agreement), ends: "all" as const },
    })),
    ...events
      .filter(({ kind }) => kind === "completed")
      .map(({ ref, date }) => ({ ref, date, ends: "all" as const })),
    ...events
      .filter(({ kind }) => kind === "payment_released")
      .map(({ ref, date }) => ({ ref, date, ends: "suspension" as const })),
  ];
}

/** When a later version came: as its document is dated, or, where it's known from elsewhere, as its revision is. */
function takesEffect({ knownFrom, signedOn, status, statusDate }: HeldAgreement): PartialDate | null {
  if (knownFrom === "document") return signedOn;
  return signedOn ?? (isRevision(status) ? statusDate : null);
}

/** The register's word for a version that took the place of another. */
export function isRevision(status: string | null): boolean {
  return /\b(revised|extended)\b/i.test(status ?? "") && !/\bplan\b/i.test(status ?? "");
}
