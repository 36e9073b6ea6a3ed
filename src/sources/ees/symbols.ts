import type { MissingReason } from "@/domain/published-value";

/** What a publication prints instead of a number. Each defines its own: one release has been seen to swap x and z. */
export type Symbols = Readonly<Record<string, MissingReason>>;
