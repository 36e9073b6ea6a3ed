import type { PrismaClient } from "@/generated/prisma/client";

/** How long nothing good has come from a publisher. */
export interface FailuresInRow {
  readonly publicationId: string;
  /** Runs that asked the publisher itself and failed, since the last that didn't. */
  readonly failures: number;
  /** Why the last of them failed. */
  readonly error: string | null;
}

/** The publications whose newest runs failed, one after the other. Runs that rested on our own copy don't count. */
export async function failuresInRow(database: Pick<PrismaClient, "$queryRaw">): Promise<FailuresInRow[]> {
  const rows = await database.$queryRaw<{ publicationId: string; failures: bigint; error: string | null }[]>`
    WITH asked AS (
      SELECT source."publicationId", source."status", source."error", run."startedAt"
      FROM "RunSource" source JOIN "IngestionRun" run ON run."id" = source."runId"
      WHERE source."origin" = 'live'
    ), good AS (
      SELECT "publicationId", max("startedAt") AS "at" FROM asked WHERE "status" <> 'failed' GROUP BY 1
    )
    SELECT asked."publicationId", count(*) AS "failures",
      (array_agg(asked."error" ORDER BY asked."startedAt" DESC))[1] AS "error"
    FROM asked LEFT JOIN good USING ("publicationId")
    WHERE asked."startedAt" > coalesce(good."at", '-infinity')
    GROUP BY 1 ORDER BY 1`;
  return rows.map((row) => ({ ...row, failures: Number(row.failures) }));
}
