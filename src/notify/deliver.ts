import type { NotifyContext, WebhookOutcome } from "@/context";
import { isMailboxGone } from "@/domain/alerts/mailbox-gone";
import { pauseBeforeNext } from "@/domain/alerts/next-attempt";
import { ClaimBuffer } from "./claim-buffer";
import type { ClaimedDelivery, Outcome } from "./claimed-delivery";
import { LANES, type Lane, type LaneName, LEASE, type Lease } from "./lanes";
import { isByEmail, mailOf } from "./mail-of";
import { Messages } from "./message-of";
import { OutcomeRecord, type RecordedGroup } from "./outcome-record";
import { PointlessMessage } from "./render-message";
import { callWorker, claimDeliveries, recoverAbandoned } from "./store-claims";
import { storeOutcomes } from "./store-outcomes";
import { webhookCallOf } from "./webhook-call-of";

export interface DeliverSettings {
  /** Aborted when the process is to end: what is under way is finished, the rest handed back. */
  readonly signal?: AbortSignal;
  readonly lease?: Lease;
  readonly onGroup?: (group: RecordedGroup) => void;
}

/** How many of what came of it. */
export type Delivered = Record<Outcome["kind"], number>;

/** So many mails in a row that the server wouldn't take for now: it's the server, not the readers. */
const ENOUGH_IN_A_ROW = 20;
const REST_MS = 60_000;
const RECORD_PATIENCE_MS = 4 * 60_000;
const RECORD_PATIENCE_STOPPING_MS = 10_000;

/** A claimed message and the moment until which it may be begun, by this process's own clock. */
interface Held {
  readonly delivery: ClaimedDelivery;
  readonly beginBefore: number;
}

/**
 * Sends what is due in a lane until nothing is. Any number of processes may do so at once.
 *
 * A message is claimed with a lease, sent, and what became of it recorded before its slot goes on to the next. If the
 * process dies in between, the lease runs out and somebody else sends it: nothing is lost, and one that had been
 * accepted but not yet recorded comes twice, under the same Message-ID or Idempotency-Key.
 *
 * @throws when the database can't be reached; what is in doubt is settled when its lease has passed
 */
export async function deliver(
  context: NotifyContext,
  name: LaneName,
  { signal, lease = LEASE, onGroup }: DeliverSettings = {},
): Promise<Delivered> {
  const lane: Lane = LANES[name];
  const abandoned = await recoverAbandoned(context);
  if (abandoned > 0) context.log.warn("Messages whose sender has died are sent again", { count: abandoned });

  const delivered: Delivered = { sent: 0, again: 0, dead: 0, returned: 0 };
  const messages = new Messages(context);
  const record = new OutcomeRecord({
    store: (outcomes) => storeOutcomes(context, outcomes),
    patienceMs: () => (signal?.aborted ? RECORD_PATIENCE_STOPPING_MS : RECORD_PATIENCE_MS),
    onFailure: (error) => context.log.warn("What was sent can't be recorded yet", { error: String(error) }),
    ...(onGroup ? { onGroup } : {}),
  });
  const rests = new Rests(context);
  let first = true;
  const buffer = new ClaimBuffer<Held>(async () => {
    const beginBefore = performance.now() + lease.ms - lease.leastMs;
    const { deliveries, met } = await claimDeliveries(context, lane, lease.ms);
    if (met === 0) return null;
    // Other processes that have nothing to do join in.
    if (first && met === lane.claim) await callWorker(context, lane.task, "more");
    first = false;
    return deliveries.map((delivery) => ({ delivery, beginBefore }));
  }, lane.claim / 4);

  const settle = async (outcome: Outcome) => {
    await record.record(outcome);
    delivered[outcome.kind] += 1;
  };
  let failed = false;
  const slot = async () => {
    try {
      while (!failed && !signal?.aborted && !rests.isServerResting) {
        const held = await buffer.take();
        if (held === null) return;
        const rest = rests.of(held.delivery);
        const mayBegin = !signal?.aborted && rest === null && performance.now() < held.beginBefore;
        await settle(
          mayBegin ? await attempt(context, messages, held.delivery, rests) : returned(held.delivery, rest),
        );
      }
    } catch (error) {
      failed = true;
      throw error;
    }
  };
  const slots = await Promise.allSettled(Array.from({ length: lane.slots }, slot));
  const rest = rests.isServerResting ? new Date(context.clock.now().getTime() + REST_MS) : null;
  const left = await buffer.rest();
  await Promise.all(left.map(({ delivery }) => settle(returned(delivery, rest))));
  for (const outcome of slots) if (outcome.status === "rejected") throw outcome.reason;
  return delivered;
}

/** One message, to its end. Whatever goes wrong is an outcome. */
async function attempt(
  context: NotifyContext,
  messages: Messages,
  delivery: ClaimedDelivery,
  rests: Rests,
): Promise<Outcome> {
  const webhook = delivery.to.by === "webhook" ? delivery.subscriptionId : null;
  const common = { id: delivery.id, attempt: delivery.attempt, webhook };
  let message: Messaged;
  try {
    message = await messages.of(delivery);
  } catch (error) {
    context.log.error("A message can't be made", { delivery: String(delivery.id), error: String(error) });
    const because = `it can't be made: ${error instanceof Error ? error.message : error}`;
    const pointless = error instanceof PointlessMessage;
    return { ...common, messageId: null, ...afterRefusal(context, delivery, pointless, because) };
  }
  const answer = isByEmail(delivery)
    ? await context.mailer.send(mailOf(delivery, message, context))
    : await callWebhook(context, delivery, message);
  if (answer.kind === "accepted") {
    rests.answered();
    return { ...common, messageId: message.keptAs, kind: "sent", at: context.clock.now() };
  }
  const after = afterRefusal(context, delivery, answer.permanent, answer.reason);
  if (after.kind === "dead" && isByEmail(delivery) && answer.permanent && isMailboxGone(answer.reason)) {
    rests.answered();
    return { ...common, messageId: message.keptAs, ...after, goneAddress: delivery.to.address };
  }
  if (after.kind === "again") rests.refused(delivery, after.dueAt);
  else rests.answered();
  return { ...common, messageId: message.keptAs, ...after };
}

function afterRefusal(
  { clock, log }: NotifyContext,
  { id, purpose, attempt, deaths }: ClaimedDelivery,
  permanent: boolean,
  because: string,
) {
  const pause = permanent ? null : pauseBeforeNext(attempt - deaths, Math.random());
  if (pause !== null) {
    return { kind: "again", dueAt: new Date(clock.now().getTime() + pause), because } as const;
  }
  log.warn("A message was given up", { delivery: String(id), purpose, attempt });
  return { kind: "dead", because, goneAddress: null } as const;
}

type Messaged = Awaited<ReturnType<Messages["of"]>>;

async function callWebhook(
  context: NotifyContext,
  delivery: ClaimedDelivery,
  message: Messaged,
): Promise<WebhookOutcome> {
  const { to } = delivery;
  if (to.by !== "webhook") throw new Error("Only webhooks are called.");
  let call: Parameters<NotifyContext["webhooks"]["call"]>[0];
  try {
    call = webhookCallOf({ ...delivery, to }, message, context);
  } catch {
    const reason =
      "its secret can't be opened: this site's SESSION_SECRET has changed, so it has to be set up anew";
    return { kind: "refused", permanent: true, reason };
  }
  return context.webhooks.call(call);
}

function returned({ id, attempt, messageId }: ClaimedDelivery, dueAt: Date | null): Outcome {
  return { id, attempt, messageId, webhook: null, kind: "returned", dueAt };
}

/** Whom it's of no use to ask now: a mail server that takes nothing, a webhook that has just not answered. */
class Rests {
  readonly #webhooks = new Map<string, Date>();
  #refusedInARow = 0;

  constructor(private readonly context: Pick<NotifyContext, "log">) {}

  get isServerResting(): boolean {
    return this.#refusedInARow >= ENOUGH_IN_A_ROW;
  }

  of({ to, subscriptionId }: ClaimedDelivery): Date | null {
    return to.by === "webhook" ? (this.#webhooks.get(subscriptionId ?? "") ?? null) : null;
  }

  answered(): void {
    this.#refusedInARow = 0;
  }

  refused({ to, subscriptionId }: ClaimedDelivery, dueAt: Date): void {
    if (to.by === "webhook") {
      this.#webhooks.set(subscriptionId ?? "", dueAt);
      return;
    }
    this.#refusedInARow += 1;
    if (this.#refusedInARow === ENOUGH_IN_A_ROW) {
      this.context.log.warn("The mail server takes nothing now: the rest waits a minute");
    }
  }
}
