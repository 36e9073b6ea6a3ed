import { COUNTING, type Transaction } from "@/store/figure-tables";

/** What councils are called, by DfE code: their name as it now is, or as it last was. */
export async function loadCouncilNames(
  database: Pick<Transaction, "authorityRecord">,
): Promise<ReadonlyMap<string, string>> {
  const records = await database.authorityRecord.findMany({
    where: COUNTING,
    select: { dfeCode: true, commonName: true },
    orderBy: { validFrom: "asc" },
  });
  return new Map(records.map(({ dfeCode, commonName }) => [dfeCode, commonName]));
}
