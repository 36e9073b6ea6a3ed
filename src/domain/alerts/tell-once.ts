import type { AlertKind, Tone } from "./alert";
import { byImportance } from "./matter";

interface Told {
  readonly id: string;
  readonly kind: AlertKind;
  readonly dfeCode: string | null;
  readonly matter: string;
  readonly tone: Tone;
  readonly occurredAt: Date;
}

/**
 * What one message says of all that is due to somebody: of each matter only what is so by now, never good and bad
 * news side by side, the gravest first.
 */
export function tellOnce<Alert extends Told>(alerts: readonly Alert[]): readonly Alert[] {
  const last = new Map<string, Alert>();
  for (const alert of alerts) {
    if (alert.tone === "neutral") continue;
    const before = last.get(matterOf(alert));
    if (!before || isLater(alert, before)) last.set(matterOf(alert), alert);
  }
  return alerts
    .filter((alert) => alert.tone === "neutral" || last.get(matterOf(alert))?.tone === alert.tone)
    .toSorted(
      (a, b) =>
        byImportance(a, b) ||
        (a.dfeCode ?? "").localeCompare(b.dfeCode ?? "") ||
        a.occurredAt.getTime() - b.occurredAt.getTime() ||
        a.id.localeCompare(b.id),
    );
}

function matterOf({ dfeCode, matter }: Told): string {
  return `${dfeCode ?? ""} ${matter}`;
}

/** Of two at one instant the bad one counts: nobody is reassured by an order that means nothing. */
function isLater(a: Told, b: Told): boolean {
  const after = a.occurredAt.getTime() - b.occurredAt.getTime();
  return after === 0 ? a.tone === "bad" : after > 0;
}
