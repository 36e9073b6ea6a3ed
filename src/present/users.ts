import type { Role } from "@/domain/users/role";
import type { ListedUser } from "@/shapes/user-shapes";
import type { Reading } from "./summaries";

/** Everybody who may enter the admin room or once could: admins first, those who left last. */
export async function listUsers({ database, clock }: Reading): Promise<ListedUser[]> {
  const now = clock.now();
  const users = await database.user.findMany({
    include: {
      credentials: { where: { password: { not: null } }, select: { id: true } },
      sessions: { where: { expiresAt: { gt: now } }, select: { createdAt: true } },
      passwordLinks: {
        where: { usedAt: null, endedAt: null, expiresAt: { gt: now } },
        select: { expiresAt: true },
        orderBy: { id: "desc" },
        take: 1,
      },
    },
    orderBy: [{ role: "asc" }, { email: "asc" }],
  });
  const listed = users.map(({ id, email, role, createdAt, deactivatedAt, lastSignInAt, ...rest }) => {
    const chosen = rest.credentials.length > 0;
    return {
      id,
      email,
      role: role as Role,
      state: deactivatedAt !== null ? "deactivated" : chosen ? "active" : "invited",
      addedAt: createdAt,
      lastSignInAt,
      sessions: rest.sessions.length,
      linkUntil: rest.passwordLinks[0]?.expiresAt ?? null,
    } as const;
  });
  return [
    ...listed.filter(({ state }) => state !== "deactivated"),
    ...listed.filter(({ state }) => state === "deactivated"),
  ];
}
