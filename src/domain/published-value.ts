/** Why a figure isn't there, in the words official statistics use. Blank is never zero. */
export const MISSING_REASONS = [
  "not-available",
  "not-applicable",
  "confidential",
  "low",
  "not-published-yet",
  "not-obtainable",
  "not-held",
] as const;

export type MissingReason = (typeof MISSING_REASONS)[number];

/** A published cell: an amount, or the reason for its absence. */
export type PublishedValue<T> =
  | { readonly kind: "value"; readonly value: T }
  | { readonly kind: "missing"; readonly reason: MissingReason };

export function present<T>(value: T): PublishedValue<T> {
  return { kind: "value", value };
}

export function missing(reason: MissingReason): { readonly kind: "missing"; readonly reason: MissingReason } {
  return { kind: "missing", reason };
}

export function valueOr<T, F>(published: PublishedValue<T>, otherwise: F): T | F {
  return published.kind === "value" ? published.value : otherwise;
}
