import type { RuleName } from "@/domain/flags/flag";
import type { Prisma } from "@/generated/prisma/client";
import { COUNTING } from "@/store/figure-tables";
import { type EvidencePlace, readEvidence } from "@/store/stored-evidence";

type Transaction = Prisma.TransactionClient;

export interface NamedCouncil {
  readonly dfeCode: string;
  readonly name: string;
  readonly slug: string;
}

/** Councils as they are called now, or were last, by DfE code. */
export async function loadCouncilNames(
  transaction: Transaction,
  dfeCodes: readonly string[],
): Promise<ReadonlyMap<string, NamedCouncil>> {
  const records = await transaction.authorityRecord.findMany({
    where: { ...COUNTING, dfeCode: { in: [...new Set(dfeCodes)] } },
    select: { dfeCode: true, commonName: true, validTo: true, authority: { select: { slug: true } } },
    orderBy: { validFrom: "asc" },
  });
  const named = new Map<string, NamedCouncil>();
  // The last one counts, and one that still stands more than any that has ended.
  for (const record of records.toSorted((a, b) => Number(a.validTo === null) - Number(b.validTo === null))) {
    named.set(record.dfeCode, {
      dfeCode: record.dfeCode,
      name: record.commonName,
      slug: record.authority.slug,
    });
  }
  return named;
}

/** The rules of each council's open flags, by DfE code. */
export async function loadOpenRules(
  transaction: Transaction,
  dfeCodes: readonly string[],
): Promise<ReadonlyMap<string, readonly RuleName[]>> {
  const flags = await transaction.flag.findMany({
    where: { state: "open", dfeCode: { in: [...new Set(dfeCodes)] } },
    select: { dfeCode: true, rule: true },
  });
  const rules = new Map<string, RuleName[]>();
  for (const { dfeCode, rule } of flags)
    rules.set(dfeCode, [...(rules.get(dfeCode) ?? []), rule as RuleName]);
  return rules;
}

/** A document as it's cited: its title and the address at the publisher. */
export interface CitedDocument {
  readonly title: string;
  readonly url: string;
}

/** The documents in which the evidence of these flags was read, by reading. */
export async function loadCitedDocuments(
  transaction: Transaction,
  evidence: readonly Prisma.JsonValue[],
): Promise<ReadonlyMap<number, CitedDocument>> {
  const places = evidence
    .flatMap((column) => readEvidence(column).map(({ place }) => place))
    .filter((place): place is EvidencePlace => place !== null);
  const readings = await transaction.reading.findMany({
    where: { id: { in: [...new Set(places.map(({ readingId }) => readingId))] } },
    select: { id: true, url: true, capture: { select: { title: true } } },
  });
  return new Map(readings.map(({ id, url, capture }) => [id, { title: capture.title, url }]));
}
