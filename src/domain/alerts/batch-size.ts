/** More alerts than this at once are a release for many councils, or a mistake of ours: a person looks first. */
export const MOST_ALERTS = 40;
/** More messages than this at once, too. */
export const MOST_MESSAGES = 50_000;

export interface BatchSize {
  readonly alerts: number;
  /** Subscribers who hear of any of them, now or in their next digest. */
  readonly recipients: number;
}

/** Why a batch waits for an admin; null: it goes out. What nobody would get needn't wait. */
export function reasonToWait({ alerts, recipients }: BatchSize): string | null {
  if (recipients === 0) return null;
  if (alerts > MOST_ALERTS) return `${alerts} alerts at once, more than ${MOST_ALERTS}`;
  if (recipients > MOST_MESSAGES) return `${recipients} recipients, more than ${MOST_MESSAGES}`;
  return null;
}
