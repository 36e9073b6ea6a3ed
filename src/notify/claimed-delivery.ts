import type { News } from "./lanes";

/** A message that this process alone may send, for as long as its lease lasts. */
export interface ClaimedDelivery {
  readonly id: bigint;
  /** Stands for it outside: the same at every attempt, and nobody else's. */
  readonly reference: string;
  readonly purpose: News | string;
  readonly createdAt: Date;
  readonly alertIds: readonly string[];
  readonly content: unknown;
  readonly messageId: string | null;
  /** This one counted. */
  readonly attempt: number;
  /** How many attempts before it ended with their sender. */
  readonly deaths: number;
  readonly subscriptionId: string | null;
  readonly frequency: string | null;
  readonly to:
    | { readonly by: "email"; readonly address: string; readonly token: string; readonly endingToken: string }
    | { readonly by: "webhook"; readonly url: string; readonly sealedSecret: string };
}

/** What became of one attempt. */
export type Outcome = {
  readonly id: bigint;
  /** Which attempt: a later one may have been begun by somebody else. */
  readonly attempt: number;
  /** What was sent, where it's kept. */
  readonly messageId: string | null;
  /** For webhooks, whose failures are counted. */
  readonly webhook: string | null;
} & (
  | { readonly kind: "sent"; readonly at: Date }
  | { readonly kind: "again"; readonly dueAt: Date; readonly because: string }
  | {
      readonly kind: "dead";
      readonly because: string;
      /** The address of a mailbox that is gone for good; null: it may be there. */
      readonly goneAddress: string | null;
    }
  /** Not tried after all. */
  | { readonly kind: "returned"; readonly dueAt: Date | null }
);
