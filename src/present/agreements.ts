import { compareVersions, type VersionInTime, versionOfTerm } from "@/domain/dsg/agreement-versions";
import type { Basis, LocalContributions, PlanSource, Scope } from "@/domain/dsg/balance";
import { AGREEMENT_TERMS, type AgreementTerm } from "@/domain/dsg/draft-figures";
import type { Locator } from "@/domain/provenance";
import type {
  AgreementDocument as AgreementDocumentRow,
  Agreement as AgreementRow,
  Condition,
  LocalContribution,
  Payment,
  ProfilePoint,
} from "@/generated/prisma/client";
import type { Agreement, AgreementDocument } from "@/shapes/api-shapes";
import { correctionIn, correctionOf } from "./corrections";
import type { CurrentFigures } from "./current-figures";
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

/** When each document was last met anew at its address, by its SHA-256. */
export type DocumentTimes = ReadonlyMap<string, string>;

export async function loadDocumentTimes(
  figures: CurrentFigures,
  agreements: readonly AgreementRow[],
): Promise<DocumentTimes> {
  const captures = await figures.capture.findMany({
    where: {
      publicationId: "safety-valve-agreements",
      snapshotSha256: { in: agreements.map(({ snapshotSha256 }) => snapshotSha256) },
    },
    select: { snapshotSha256: true, retrievedAt: true },
    orderBy: { retrievedAt: "asc" },
  });
  return new Map(
    captures.map(({ snapshotSha256, retrievedAt }) => [snapshotSha256, retrievedAt.toISOString()]),
  );
}

/**
 * The agreements of one council, one for each version, oldest first; the last one stands
 * (domain/dsg/agreement-versions).
 */
export function presentAgreements(rows: AgreementRows, book: SourceBook, times: DocumentTimes): Agreement[] {
  const versions = rows.agreements
    .map((row) => ({ row, ...inTime(row, book, times) }))
    .sort((a, b) => compareVersions(a, b) || a.row.id - b.row.id);
  const termsByVersion = <T extends { readonly agreementVersion: string }>(terms: readonly T[]) =>
    groupBy(terms, ({ agreementVersion }) => versionOfTerm(agreementVersion, versions));
  const profile = termsByVersion(rows.profile);
  const payments = termsByVersion(rows.payments);
  const localContributions = termsByVersion(rows.localContributions);
  const conditions = termsByVersion(rows.conditions);

  return versions.map(({ row }, index) => ({
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

function inTime(row: AgreementRow, book: SourceBook, times: DocumentTimes): VersionInTime {
  const { version, cohort, signedOn } = row;
  const knownFrom = book.publicationOf(row) === "evidence-register" ? "register" : "document";
  return { version, knownFrom, cohort, signedOn, metAt: times.get(row.snapshotSha256) ?? null };
}

function termsOf(row: AgreementRow, book: SourceBook) {
  const { publishedOn } = book.editionOf(row);
  const total = correctionIn(row, "totalPence");
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
    ...(total ? { totalFundingCorrection: total } : {}),
    checked: row.checked,
    suspended: row.suspended,
    ...(row.status === null ? {} : { status: row.status }),
    ...(row.note === null ? {} : { note: row.note }),
    ...(row.monitoring === null ? {} : { monitoring: row.monitoring }),
    ...(row.review === null ? {} : { review: row.review }),
    places: placesOf(row),
    source: book.sourceOf(row),
  };
}

function placesOf({ places }: AgreementRow): Agreement["places"] {
  const held = (places ?? {}) as Partial<Record<AgreementTerm, Locator>>;
  return AGREEMENT_TERMS.flatMap((term) => {
    const locator = held[term];
    return locator ? [{ term, locator }] : [];
  });
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
    ...correctionOf(row, "deficitPence"),
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
    ...correctionOf(row, "amountPence"),
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
    ...correctionOf(row, "amountPence"),
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
