import { ALERT_KINDS, type AlertKind } from "./alert";

/** What somebody hears of unless they say otherwise: all news of councils. A late publication is nobody's promise. */
export const USUAL_KINDS: readonly AlertKind[] = ALERT_KINDS.filter((kind) => kind !== "source-overdue");
