import type { NotifyContext, WebhookCaller } from "@/context";

/** What the verbs about webhooks ask of the world: they never call anybody, the worker does. */
export interface WebhookContext extends Pick<NotifyContext, "database" | "clock" | "secrets"> {
  readonly webhooks: Pick<WebhookCaller, "problemWith">;
}

/** Why nothing was done about a webhook. */
export type WebhookRefusal =
  | { readonly kind: "no-such-link" }
  /** It was removed, or is somebody else's. */
  | { readonly kind: "no-such-webhook" }
  /** `because`: sentences for whoever gave the address. */
  | { readonly kind: "address"; readonly because: string }
  | { readonly kind: "wait"; readonly minutes: number };
