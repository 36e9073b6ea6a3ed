import { MOST_DEATHS } from "@/domain/alerts/next-attempt";
import { isNews } from "./lanes";

/** What is known of a message at the moment at which it would be sent. */
export interface DueDelivery {
  readonly purpose: string;
  readonly channel: string;
  /** How many of its senders have died. */
  readonly deaths: number;
  readonly batchState: string | null;
  /** Of its subscription; null without one. */
  readonly disabled: boolean | null;
  readonly email: string | null;
  readonly suppressed: boolean;
  readonly webhookUrl: string | null;
  readonly sealedSecret: string | null;
  /** Whatever it tells of has been withdrawn or hidden meanwhile. */
  readonly takenBack: boolean;
}

export type Fate =
  | { readonly state: "sending" }
  | { readonly state: "held" | "cancelled" | "suppressed" | "dead"; readonly because: string };

/** Whether a message may still go out: since it was queued an admin or its reader may have decided otherwise. */
export function fateOf(due: DueDelivery): Fate {
  if (due.batchState === "cancelled") return { state: "cancelled", because: "its batch was cancelled" };
  if (due.batchState === "held") return { state: "held", because: "its batch waits for an admin" };
  if (due.disabled && isNews(due.purpose)) return { state: "cancelled", because: "its subscription is off" };
  if (due.takenBack) return { state: "cancelled", because: "what it tells of has been taken back" };
  if (due.channel === "webhook") {
    if (due.webhookUrl === null || due.sealedSecret === null) {
      return { state: "cancelled", because: "its webhook is gone" };
    }
  } else {
    if (due.email === null) return { state: "cancelled", because: "its reader is gone" };
    if (due.suppressed)
      return { state: "suppressed", because: "its address is on the list that gets nothing" };
  }
  if (due.deaths >= MOST_DEATHS) {
    return { state: "dead", because: `given up: whoever was to send it died ${MOST_DEATHS} times` };
  }
  return { state: "sending" };
}
