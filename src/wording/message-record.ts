import type { BatchState, BatchVerb } from "@/domain/alerts/batch-states";
import type { ListedBatch, ListedMessage, ListedSuppression } from "@/shapes/message-shapes";
import { formatInstant } from "./dates";
import { formatCount } from "./money";

/** A number with what it counts: "1 message", "2,400 messages". */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

const PURPOSES: Readonly<Record<string, string>> = {
  alert: "News at once",
  digest: "Digest",
  correction: "Correction",
  confirm: "Confirmation of an address",
  manage: "Link to somebody’s choices",
  "webhook-disabled": "Notice that a webhook is switched off",
  alarm: "Alarm to admins",
  "report-answer": "Answer to a report",
  test: "Test",
};

/** What a message is for: "Digest". */
export function purposeWords(purpose: string): string {
  return PURPOSES[purpose] ?? purpose;
}

const STATES = {
  held: "Held: nothing of it goes out",
  released: "Released",
  cancelled: "Cancelled",
} as const satisfies Record<BatchState, string>;

export function batchStateWords(state: BatchState): string {
  return STATES[state];
}

const VERBS = {
  release: {
    button: "Release",
    means: "Its messages go out now; digests tell of it the next time.",
    done: "Released: its messages go out now.",
  },
  hold: {
    button: "Hold",
    means: "What of it hasn’t been sent waits, digests too, until somebody releases it.",
    done: "Held: nothing more of it goes out until somebody releases it.",
  },
  cancel: {
    button: "Cancel",
    means: "What of it hasn’t been sent never is. This can’t be taken back.",
    done: "Cancelled: nothing more of it goes out.",
  },
} as const satisfies Record<BatchVerb, { button: string; means: string; done: string }>;

export function batchVerbButton(verb: BatchVerb): string {
  return VERBS[verb].button;
}

/** What it does, in a sentence or two. */
export function batchVerbMeaning(verb: BatchVerb): string {
  return VERBS[verb].means;
}

/** What was done. @param messages how many it was about; those of digests aren't made yet */
export function batchVerbDone(verb: BatchVerb, messages: number): string {
  return `${VERBS[verb].done} It was about ${countOf(messages, "message")} that go out at once.`.replace(
    "1 message that go",
    "1 message that goes",
  );
}

/** How large a batch is and what has become of it: "41 alerts, for 2,400 readers and webhooks; 3 messages sent". */
export function batchSizeWords({
  alerts,
  recipients,
  messages: { sent, waiting, failed },
}: ListedBatch): string {
  const readers =
    recipients === 0
      ? "for nobody"
      : `for ${countOf(recipients, "reader or webhook", "readers and webhooks")}`;
  const became = [
    ...(sent > 0 ? [`${countOf(sent, "message")} sent`] : []),
    ...(waiting > 0 ? [`${formatCount(waiting)} waiting`] : []),
    ...(failed > 0 ? [`${formatCount(failed)} given up`] : []),
  ];
  return `${countOf(alerts, "alert")} ${readers}${became.length === 0 ? "" : `; at once: ${became.join(", ")}`}`;
}

/** Where mail goes: within a sentence. */
export function mailWayWords(way: "smtp" | "outbox"): string {
  return way === "smtp"
    ? "to the mail server that SMTP_URL names"
    : "into the folder outbox of DATA_DIR as a file, for SMTP_URL isn’t set";
}

/** What became of somebody's test message, in a sentence. */
export function testMailWords(
  { state, sentAt, createdAt, because }: ListedMessage,
  way: "smtp" | "outbox",
): string {
  const asked = formatInstant(createdAt.toISOString());
  switch (state) {
    case "sent": {
      const at = formatInstant((sentAt ?? createdAt).toISOString());
      return way === "smtp"
        ? `The mail server took it: ${at}.`
        : `It was written into the folder outbox: ${at}.`;
    }
    case "dead":
      return `Asked for ${asked}, and given up: ${because ?? "nobody knows why"}.`;
    case "suppressed":
      return `Asked for ${asked}, and not sent: your address is on the list that gets nothing.`;
    default:
      return because === null
        ? `Asked for ${asked}; it waits for the worker.`
        : `Asked for ${asked}, and tried again soon: ${because}.`;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  bounce: "Its mailbox is gone",
  complaint: "Its reader complained",
  admin: "Put on the list here",
};

/** Why an address gets nothing: "Its mailbox is gone: 550 5.1.1 no such user". */
export function suppressionWords({ reason, note }: Pick<ListedSuppression, "reason" | "note">): string {
  return `${REASONS[reason] ?? reason}${note === null ? "" : `: ${note}`}`;
}
