import { applyCorrections, type Corrected } from "@/domain/corrections/apply-corrections";
import type { Correction } from "@/domain/corrections/correction";
import type { Prisma, PrismaClient } from "@/generated/prisma/client";
import { COUNTING } from "@/store/figure-tables";
import { loadApplyingCorrections } from "@/store/load-corrections";

/** Where a row was read, as far as judging needs it. */
const FROM = {
  reading: {
    select: {
      publicationId: true,
      origin: true,
      url: true,
      capture: { select: { citationTitle: true, citationUrl: true } },
    },
  },
} as const;

const QUERY = { where: COUNTING, include: FROM } as const;

export type OutturnRow = Corrected<Prisma.OutturnGetPayload<typeof QUERY>>;
export type InYearBalanceRow = Corrected<Prisma.InYearBalanceGetPayload<typeof QUERY>>;
export type AgreementRow = Corrected<Prisma.AgreementGetPayload<typeof QUERY>>;
export type AgreementDocumentRow = Prisma.AgreementDocumentGetPayload<typeof QUERY>;
export type ProfilePointRow = Corrected<Prisma.ProfilePointGetPayload<typeof QUERY>>;
export type PaymentRow = Corrected<Prisma.PaymentGetPayload<typeof QUERY>>;
export type LocalContributionRow = Corrected<Prisma.LocalContributionGetPayload<typeof QUERY>>;
export type StatementRow = Prisma.StatementGetPayload<typeof QUERY>;
export type EventRow = Prisma.EventGetPayload<typeof QUERY>;
export type GrantItemRow = Prisma.StabilityGrantItemGetPayload<typeof QUERY>;

/** Every row of the store that bears on a promise, of all councils; what was corrected stands corrected. */
export interface HeldRows {
  readonly outturn: readonly OutturnRow[];
  readonly inYearBalance: readonly InYearBalanceRow[];
  readonly agreement: readonly AgreementRow[];
  readonly agreementDocument: readonly AgreementDocumentRow[];
  readonly profilePoint: readonly ProfilePointRow[];
  readonly payment: readonly PaymentRow[];
  readonly localContribution: readonly LocalContributionRow[];
  readonly statement: readonly StatementRow[];
  readonly event: readonly EventRow[];
  readonly stabilityGrantItem: readonly GrantItemRow[];
  /** By edition: its key and when it was published. */
  readonly editions: ReadonlyMap<number, { readonly key: string; readonly publishedOn: string | null }>;
  /** When each agreement document was last met anew at its address, by SHA-256. */
  readonly metAt: ReadonlyMap<string, string>;
  /** Every council of the reference list, by DfE code. */
  readonly councils: readonly string[];
}

/** In some dozen queries however many councils there are. */
export async function loadHeldRows(database: PrismaClient): Promise<HeldRows> {
  const [
    outturn,
    inYearBalance,
    agreement,
    agreementDocument,
    profilePoint,
    payment,
    localContribution,
    statement,
    event,
    stabilityGrantItem,
    editions,
    captures,
    councils,
    corrections,
  ] = await Promise.all([
    database.outturn.findMany(QUERY),
    database.inYearBalance.findMany(QUERY),
    database.agreement.findMany(QUERY),
    database.agreementDocument.findMany(QUERY),
    database.profilePoint.findMany(QUERY),
    database.payment.findMany(QUERY),
    database.localContribution.findMany(QUERY),
    database.statement.findMany(QUERY),
    database.event.findMany(QUERY),
    database.stabilityGrantItem.findMany(QUERY),
    database.edition.findMany({ select: { id: true, key: true, publishedOn: true } }),
    database.capture.findMany({
      where: { publicationId: "safety-valve-agreements" },
      select: { snapshotSha256: true, retrievedAt: true },
      orderBy: { retrievedAt: "asc" },
    }),
    database.authority.findMany({ select: { dfeCode: true }, orderBy: { dfeCode: "asc" } }),
    loadApplyingCorrections(database),
  ]);
  return {
    outturn: applyCorrections("outturn", outturn, corrections),
    inYearBalance: applyCorrections("inYearBalance", inYearBalance, corrections),
    agreement: applyCorrections("agreement", agreement, corrections),
    agreementDocument,
    profilePoint: applyCorrections("profilePoint", profilePoint, corrections),
    payment: applyCorrections("payment", payment, corrections),
    localContribution: applyCorrections("localContribution", localContribution, corrections),
    statement,
    event,
    stabilityGrantItem,
    editions: new Map(editions.map(({ id, ...edition }) => [id, edition])),
    metAt: new Map(
      captures.map(({ snapshotSha256, retrievedAt }) => [snapshotSha256, retrievedAt.toISOString()]),
    ),
    councils: councils.map(({ dfeCode }) => dfeCode),
  };
}

/** What was corrected in the rows of each council, by DfE code. */
export function correctionsByCouncil(rows: HeldRows): ReadonlyMap<string, readonly Correction[]> {
  const byCouncil = new Map<string, Correction[]>();
  const { outturn, inYearBalance, agreement, profilePoint, payment, localContribution } = rows;
  for (const list of [outturn, inYearBalance, agreement, profilePoint, payment, localContribution]) {
    for (const { dfeCode, corrections } of list) {
      if (corrections.length === 0) continue;
      byCouncil.set(dfeCode, [...(byCouncil.get(dfeCode) ?? []), ...corrections]);
    }
  }
  return byCouncil;
}
