import { type AuditEntry, Prisma } from "@/generated/prisma/client";
import type { AuditPage, AuditQuery } from "@/shapes/audit-shapes";
import type { Reading } from "./summaries";

const LINES = 50;

/** What was done in the admin room, newest first, as far as it was asked for. */
export async function auditTrail({ database }: Reading, query: AuditQuery): Promise<AuditPage> {
  const asked = conditionsOf(query);
  const where = (conditions: readonly Prisma.Sql[]) =>
    Prisma.join([Prisma.sql`TRUE`, ...conditions], " AND ");
  const earlier = query.before === undefined ? [] : [Prisma.sql`"id" < ${query.before}`];
  const [rows, [counted], actors, verbs] = await Promise.all([
    database.$queryRaw<AuditEntry[]>`
      SELECT * FROM "AuditEntry" WHERE ${where([...asked, ...earlier])} ORDER BY "id" DESC LIMIT ${LINES + 1}`,
    database.$queryRaw<
      { found: bigint }[]
    >`SELECT count(*) AS "found" FROM "AuditEntry" WHERE ${where(asked)}`,
    database.$queryRaw<{ id: string }[]>`SELECT DISTINCT "actor" AS "id" FROM "AuditEntry" ORDER BY 1`,
    database.$queryRaw<{ verb: string }[]>`SELECT DISTINCT "verb" FROM "AuditEntry" ORDER BY 1`,
  ]);
  const lines = rows.slice(0, LINES);
  const emails = await emailsOf(database, [
    ...actors.map(({ id }) => id),
    ...lines.filter(({ subjectKind }) => subjectKind === "user").map(({ subjectId }) => subjectId),
  ]);
  return {
    lines: lines.map((row) => ({
      ...row,
      actorEmail: emails.get(row.actor) ?? null,
      subjectEmail: row.subjectKind === "user" ? (emails.get(row.subjectId) ?? null) : null,
    })),
    older: rows.length > LINES ? (lines.at(-1)?.id ?? null) : null,
    found: Number(counted?.found ?? 0),
    actors: actors.map(({ id }) => ({ id, email: emails.get(id) ?? null })),
    verbs: verbs.map(({ verb }) => verb),
  };
}

function conditionsOf({ actor, verb, subject, day }: AuditQuery): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = [];
  if (actor !== undefined) conditions.push(Prisma.sql`"actor" = ${actor}`);
  if (verb !== undefined) conditions.push(Prisma.sql`"verb" = ${verb}`);
  if (day !== undefined) {
    // A day in London has 23 to 25 hours.
    conditions.push(Prisma.sql`"at" >= (${day}::text)::timestamp AT TIME ZONE 'Europe/London'
      AND "at" < ((${day}::text)::timestamp + interval '1 day') AT TIME ZONE 'Europe/London'`);
  }
  for (const word of subject?.trim().split(/\s+/).filter(Boolean) ?? []) {
    conditions.push(
      Prisma.sql`("subjectKind" = ${word} OR "subjectId" = ${word}
        OR ("subjectKind" = 'user' AND "subjectId" IN (SELECT "id" FROM "User" WHERE "email" = lower(${word}))))`,
    );
  }
  return conditions;
}

/** The record holds ids; whose they are is looked up each time, so that somebody erased is gone from it as well. */
async function emailsOf(
  database: Reading["database"],
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const users = await database.user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, email: true },
  });
  return new Map(users.map(({ id, email }) => [id, email]));
}
