import type { NotifyContext } from "@/context";
import type { Prisma } from "@/generated/prisma/client";

/** What is the same for all who get it. */
export interface StoredMessage {
  readonly id: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly picture: Uint8Array | null;
  /** For webhooks. */
  readonly payload: unknown;
}

const COLUMNS = { id: true, subject: true, html: true, text: true, picture: true, payload: true } as const;

export function loadMessage(
  { database }: Pick<NotifyContext, "database">,
  id: string,
): Promise<StoredMessage | null> {
  return database.message.findUnique({ where: { id }, select: COLUMNS });
}

/**
 * Keeps a message. Of two workers that made it at once the first one's is kept: all readers get the same.
 *
 * @returns the one that is kept
 */
export async function keepMessage(
  { database, clock }: Pick<NotifyContext, "database" | "clock">,
  message: StoredMessage,
  alertIds: readonly string[],
): Promise<StoredMessage> {
  const { payload, picture, ...words } = message;
  await database.message.createMany({
    data: [
      {
        ...words,
        alertIds: [...alertIds],
        picture: picture === null ? null : new Uint8Array(picture),
        ...(payload === null ? {} : { payload: payload as Prisma.InputJsonValue }),
        renderedAt: clock.now(),
      },
    ],
    skipDuplicates: true,
  });
  return database.message.findUniqueOrThrow({ where: { id: message.id }, select: COLUMNS });
}
