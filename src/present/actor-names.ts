import type { PrismaClient } from "@/generated/prisma/client";

/** What people in the admin room are told of who acted. */
export interface ActorNames {
  /** Somebody's address, or the actor as it's kept: "scheduler", "command line", a user who is gone. */
  of(actor: string): string;
}

/** The people behind some actors, fetched once for all of them. */
export async function loadActorNames(
  database: PrismaClient,
  actors: readonly (string | null | undefined)[],
): Promise<ActorNames> {
  const ids = [...new Set(actors.filter((actor) => typeof actor === "string"))];
  const users = await database.user.findMany({
    where: { id: { in: ids } },
    select: { id: true, email: true },
  });
  const emails = new Map(users.map(({ id, email }) => [id, email]));
  return { of: (actor) => emails.get(actor) ?? actor };
}
