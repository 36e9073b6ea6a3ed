import type { Basis, LocalContributions, PlanSource, Scope } from "@/domain/dsg/balance";
import type {
  AgreementDocument as AgreementDocumentRow,
  Agreement as AgreementRow,
  Condition,
  LocalContribution,
  Payment,
  ProfilePoint,
} from "@/generated/prisma/client";
import type { Agreement, AgreementDocument } from "@/shapes/api-shapes";
import { inItsWords, type SourceBook } from "./figure-source";
import { groupBy } from "./grouping";
import { gbpOf, gbpOrNull } from "./pounds";

/** The terms of agreements as rows, of one council or of many. */
export interface AgreementRows {
  readonly agreements: readonly AgreementRow[];
  readonly profile: readonly ProfilePoint[];
  readonly payments: readonly Payment[];
  readonly localContributions: readonly LocalContribution[];
  readonly conditions: readonly Condition[];
}

/** The agreements of one council, one for each version, oldest first; the newest one held is current. */
export function presentAgreements(rows: AgreementRows, book: SourceBook): Agreement[] {
  const versions = [...rows.agreements].sort(compareAgreementVersions);
  const profile = termsByVersion(versions, rows.profile);
  const payments = termsByVersion(versions, rows.payments);
  const localContributions = termsByVersion(versions, rows.localContributions);
  const conditions = termsByVersion(versions, rows.conditions);

  return versions.map((row, index) => ({
    ...termsOf(row, book),
    ...(index === 0 ? {} : { supersedes: versions[index - 1]?.version }),
    current: index === versions.length - 1,
    conditions: (conditions.get(row.version) ?? []).sort(byPosition).map(({ text }) => text),
    profile: (profile.get(row.version) ?? []).sort(byYear).map((point) => presentProfilePoint(point, book)),
    payments: (payments.get(row.version) ?? []).sort(byYear).map((payment) => presentPayment(payment, book)),
    localContributions: (localContributions.get(row.version) ?? [])
      .sort(byYear)
      .map((contribution) => presentLocalContribution(contribution, book)),
  }));
}

function termsOf(row: AgreementRow, book: SourceBook) {
  const { publishedOn } = book.editionOf(row);
  return {
    version: row.version,
    cohort: row.cohort,
    ...(row.signedOn === null ? {} : { signedOn: row.signedOn }),
    ...(row.publishedOn === null ? {} : { publishedOn: row.publishedOn }),
    ...(row.supersedes === null ? {} : { supersedes: row.supersedes }),
    ...(row.endedOn === null ? {} : { endedOn: row.endedOn }),
    ...(publishedOn === null ? {} : { publishedOn }),
    from: row.fromYear,
    to: row.toYear,
    balanceBy: row.balanceBy,
    balanceBySource: row.balanceBySource as Agreement["balanceBySource"],
    clearedBy: row.clearedBy,
    totalFundingGbp: gbpOrNull(row.totalPence),
    checked: row.checked,
    suspended: row.suspended,
    ...(row.status === null ? {} : { status: row.status }),
    ...(row.note === null ? {} : { note: row.note }),
    source: book.sourceOf(row),
  };
}

/** `original` first, then `revised-2023`, `revised-2024`. */
function compareAgreementVersions(a: AgreementRow, b: AgreementRow): number {
  return (
    Number(a.version !== "original") - Number(b.version !== "original") ||
    (a.signedOn ?? "").localeCompare(b.signedOn ?? "") ||
    a.version.localeCompare(b.version) ||
    a.id - b.id
  );
}

/**
 * Terms by the version they belong to.
 *
 * Where a source doesn't say which version it means (`unclear`), or names one that isn't held, the
 * terms go with the current one: that is the agreement people speak of.
 */
function termsByVersion<T extends { readonly agreementVersion: string }>(
  oldestFirst: readonly AgreementRow[],
  terms: readonly T[],
): Map<string, T[]> {
  const known = new Set(oldestFirst.map(({ version }) => version));
  const current = oldestFirst.at(-1)?.version ?? "";
  return groupBy(terms, ({ agreementVersion }) => (known.has(agreementVersion) ? agreementVersion : current));
}

interface Dated {
  readonly id: number;
  readonly financialYear: string | null;
}

/** A sum that covers several years, and so names none, comes after those that do. */
function byYear(a: Dated, b: Dated): number {
  return (a.financialYear ?? "9999").localeCompare(b.financialYear ?? "9999") || a.id - b.id;
}

function byPosition(a: Condition, b: Condition): number {
  return a.position - b.position || a.id - b.id;
}

export function presentProfilePoint(row: ProfilePoint, book: SourceBook): Agreement["profile"][number] {
  return {
    financialYear: row.financialYear,
    deficitGbp: gbpOf(row.deficitPence),
    basis: row.basis as Basis,
    scope: row.scope as Scope,
    localContributions: row.localContributions as LocalContributions,
    planSource: row.planSource as PlanSource,
    source: inItsWords(book.sourceOf(row), row.wording),
  };
}

type PresentedPayment = Agreement["payments"][number];

const AMOUNT_OF = {
  planned: "plannedGbp",
  paid: "paidGbp",
  withheld: "withheldGbp",
  released: "releasedGbp",
} as const satisfies Record<PresentedPayment["status"], keyof PresentedPayment>;

export function presentPayment(row: Payment, book: SourceBook): PresentedPayment {
  const status = row.status as PresentedPayment["status"];
  return {
    financialYear: row.financialYear,
    ...(row.amountPence === null ? { amountUnknown: true } : { [AMOUNT_OF[status]]: gbpOf(row.amountPence) }),
    status,
    ...(row.paidOn === null ? {} : { paidOn: row.paidOn }),
    ...(row.accountedIn === null ? {} : { accountedIn: row.accountedIn }),
    ...(row.throughDate === null ? {} : { throughDate: row.throughDate }),
    covers: row.covers as PresentedPayment["covers"],
    source: book.sourceOf(row),
  };
}

export function presentLocalContribution(
  row: LocalContribution,
  book: SourceBook,
): Agreement["localContributions"][number] {
  return {
    financialYear: row.financialYear,
    amountGbp: gbpOf(row.amountPence),
    status: row.status as Agreement["localContributions"][number]["status"],
    source: book.sourceOf(row),
  };
}

export function presentAgreementDocuments(
  rows: readonly AgreementDocumentRow[],
  book: SourceBook,
): AgreementDocument[] {
  return [...rows]
    .sort((a, b) => a.signedYear.localeCompare(b.signedYear) || a.position - b.position || a.id - b.id)
    .map((row) => ({
      title: row.title,
      url: row.url,
      signedYear: row.signedYear,
      underReview: row.underReview,
      source: book.sourceOf(row),
    }));
}
