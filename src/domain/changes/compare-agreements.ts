import type { FinancialYear } from "../financial-year";
import type { Money } from "../money";
import type { AgreementVersion, LocalContributionTerm, PaymentTerm, Placed } from "./agreement-version";
import type { ChangeKind, ChangePlace, ChangeValue, DraftChange } from "./change";
import { pairTexts } from "./pair-texts";
import { saysTheSame } from "./similar-words";

type TermChange = Pick<
  DraftChange,
  "kind" | "financialYear" | "subject" | "before" | "after" | "beforeAt" | "afterAt"
>;

/**
 * What changed between two versions of one council's agreement, term by term, by meaning.
 *
 * Equal terms make no change, however they are ordered or printed. In a fixed order: the terms that are one
 * value each, then profile, payments and own contributions by year, then conditions and the rest of the text.
 * Comparing the other way round gives the same changes with the sides exchanged. Each change names a place in
 * both documents: the whole of the one that is silent.
 */
export function compareAgreements(before: AgreementVersion, after: AgreementVersion): DraftChange[] {
  const terms: readonly TermChange[] = [
    ...one("balance-year-changed", before.balanceBy, after.balanceBy, yearValue),
    ...one("clearance-year-changed", before.clearedBy, after.clearedBy, yearValue),
    ...one("years-covered-changed", before.years, after.years, ({ from, to }) =>
      from === null && to === null ? null : { kind: "years", from, to },
    ),
    ...one("total-changed", before.total, after.total, moneyValue),
    ...profileChanges(before, after),
    ...sums(
      "payment-changed",
      before.payments,
      after.payments,
      ({ covers, status }) => `${status}, ${covers}`,
    ),
    ...sums(
      "local-contribution-changed",
      before.localContributions,
      after.localContributions,
      ({ status }) => status,
    ),
    ...conditionChanges(before, after),
    ...one("review-status-changed", before.suspended, after.suspended, truth, "payments-suspended"),
    ...texts("monitoring-changed", before.monitoring, after.monitoring),
    ...texts("review-terms-changed", before.review, after.review),
  ];
  const [was, is] = [wholeDocument(before.total.at), wholeDocument(after.total.at)];
  return terms.map((term) => ({
    ...term,
    beforeAt: term.beforeAt ?? was,
    afterAt: term.afterAt ?? is,
    dfeCode: after.dfeCode,
    agreementVersion: after.version,
    notNews: null,
  }));
}

function one<T>(
  kind: ChangeKind,
  before: Placed<T>,
  after: Placed<T>,
  worded: (value: T) => ChangeValue | null,
  subject: string | null = null,
): TermChange[] {
  const [was, is] = [worded(before.value), worded(after.value)];
  if (sameValue(was, is)) return [];
  return [change(kind, null, subject, was, is, before.at, after.at)];
}

function texts(kind: ChangeKind, before: Placed<string | null>, after: Placed<string | null>): TermChange[] {
  return saysTheSame(before.value, after.value) ? [] : one(kind, before, after, textValue);
}

function profileChanges(before: AgreementVersion, after: AgreementVersion): TermChange[] {
  const changes: TermChange[] = [];
  const [was, is] = [footingOf(before), footingOf(after)];
  if (was !== null && is !== null && was !== is) {
    changes.push(
      change(
        "profile-point-changed",
        null,
        "footing",
        textValue(was),
        textValue(is),
        before.profile[0]?.at ?? null,
        after.profile[0]?.at ?? null,
      ),
    );
  }
  const amounts = (version: AgreementVersion) =>
    version.profile.map(({ financialYear, deficit, at }) => ({ financialYear, amount: deficit, at }));
  return [...changes, ...sums("profile-point-changed", amounts(before), amounts(after), () => null)];
}

/** On what the profile's points rest, all of them together; null where there are none. */
function footingOf({ profile }: AgreementVersion): string | null {
  const footings = [...new Set(profile.map(({ footing }) => footing))].sort();
  return footings.length === 0 ? null : footings.join("; ");
}

interface Sum {
  readonly financialYear: FinancialYear | null;
  readonly amount: Money | null;
  readonly at: ChangePlace;
}

/**
 * Sums of one year and sort against one another. Where there are several, equal ones are the same;
 * the rest is paired by size, since nothing else tells them apart.
 */
function sums<T extends Sum | PaymentTerm | LocalContributionTerm>(
  kind: ChangeKind,
  before: readonly T[],
  after: readonly T[],
  subjectOf: (sum: T) => string | null,
): TermChange[] {
  const keyOf = (sum: T) => `${sum.financialYear ?? "9999"} ${subjectOf(sum) ?? ""}`;
  const keys = [...new Set([...before, ...after].map(keyOf))].sort();
  return keys.flatMap((key) => {
    const rest = withoutEqualSums(
      before.filter((sum) => keyOf(sum) === key),
      after.filter((sum) => keyOf(sum) === key),
    );
    const length = Math.max(rest.before.length, rest.after.length);
    return Array.from({ length }, (_, index) => {
      const [was, is] = [rest.before[index], rest.after[index]];
      const either = (is ?? was) as T;
      return change(
        kind,
        either.financialYear,
        subjectOf(either),
        was ? sumValue(was.amount) : null,
        is ? sumValue(is.amount) : null,
        was?.at ?? null,
        is?.at ?? null,
      );
    });
  });
}

function withoutEqualSums<T extends { readonly amount: Money | null }>(
  before: readonly T[],
  after: readonly T[],
) {
  const bySize = (a: T, b: T) =>
    (a.amount ?? Number.MAX_SAFE_INTEGER) - (b.amount ?? Number.MAX_SAFE_INTEGER);
  const unmatched = [...before].sort(bySize);
  const fresh = [...after].sort(bySize).filter((is) => {
    const same = unmatched.findIndex((was) => was.amount === is.amount);
    if (same >= 0) unmatched.splice(same, 1);
    return same < 0;
  });
  return { before: unmatched, after: fresh };
}

function conditionChanges(before: AgreementVersion, after: AgreementVersion): TermChange[] {
  return pairTexts(before.conditions, after.conditions).map((pair) =>
    change(
      "condition-changed",
      null,
      String(pair.after?.position ?? pair.before?.position),
      textValue(pair.before?.text ?? null),
      textValue(pair.after?.text ?? null),
      pair.before?.at ?? null,
      pair.after?.at ?? null,
    ),
  );
}

function change(
  kind: ChangeKind,
  financialYear: FinancialYear | null,
  subject: string | null,
  before: ChangeValue | null,
  after: ChangeValue | null,
  beforeAt: ChangePlace | null,
  afterAt: ChangePlace | null,
): TermChange {
  return {
    kind,
    financialYear,
    subject,
    before,
    after,
    // A side that says nothing is printed nowhere: its document is the evidence, not a place in it.
    beforeAt: before === null ? null : beforeAt,
    afterAt: after === null ? null : afterAt,
  };
}

function wholeDocument(at: ChangePlace): ChangePlace {
  return { ...at, locator: {} };
}

export function sameValue(a: ChangeValue | null, b: ChangeValue | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function yearValue(year: FinancialYear | null): ChangeValue | null {
  return year === null ? null : { kind: "year", year };
}

function moneyValue(pence: Money | null): ChangeValue | null {
  return pence === null ? null : { kind: "money", pence };
}

/** A payment that is promised without its size is there, and its size isn't. */
function sumValue(pence: Money | null): ChangeValue {
  return pence === null ? { kind: "missing", reason: "amount-not-stated" } : { kind: "money", pence };
}

function textValue(text: string | null): ChangeValue | null {
  return text === null || text.trim() === "" ? null : { kind: "text", text };
}

function truth(holds: boolean): ChangeValue {
  return { kind: "truth", holds };
}
