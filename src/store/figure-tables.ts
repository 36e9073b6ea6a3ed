import type { Prisma } from "@/generated/prisma/client";

/** The tables that hold figures, by the name of their Prisma model. */
export const FIGURE_TABLES = [
  "authorityRecord",
  "allocation",
  "nationalTotal",
  "outturn",
  "inYearBalance",
  "ehcPlanCount",
  "agreementDocument",
  "agreement",
  "profilePoint",
  "payment",
  "localContribution",
  "condition",
  "event",
  "statement",
  "stabilityGrantItem",
  "programmeMember",
  "nationalFigure",
] as const;

export type FigureTable = (typeof FIGURE_TABLES)[number];

export type Transaction = Prisma.TransactionClient;

/** Figures that count today: neither held back nor ended. */
export const COUNTING = { currentFrom: { not: null }, currentUntil: null } as const;

/** Drafts: the figures of a document that crossed a bound, kept for a person to look at. */
export const DRAFT = { currentFrom: null } as const;

/**
 * Why a figure doesn't count any more.
 *
 * - `revised`: the publisher's next document says otherwise, or nothing
 * - `reading-changed`: the same bytes, read otherwise by a newer reader
 * - `archive-superseded`: our copy, while the publisher's own edition is held
 * - `confirmed`: a person compared it with the document; the same figure goes on as checked
 * - `rejected`, `undone`: a person's decision about its reading
 */
export type EndedBecause =
  | "revised"
  | "reading-changed"
  | "archive-superseded"
  | "confirmed"
  | "rejected"
  | "undone";

/** A figure as a row: its content, its place in the document, and a fingerprint of what it says. */
export interface FigureRow {
  readonly table: FigureTable;
  readonly series: string;
  /** Of what the figure says; whether it's checked isn't part of it. */
  readonly fingerprint: string;
  readonly columns: Readonly<Record<string, unknown>> & { readonly checked: boolean };
}

/** A figure row with the document that it was read from. */
export interface PlacedRow extends FigureRow {
  readonly readingId: number;
  readonly snapshotSha256: string;
}

/** What all figure tables have in common; what a figure says stands in other columns, by table. */
export interface StoredFigure extends Record<string, unknown> {
  readonly id: number;
  readonly series: string;
  readonly fingerprint: string;
  readonly checked: boolean;
  readonly readingId: number;
  readonly snapshotSha256: string;
  readonly editionId: number;
  readonly currentFrom: Date | null;
  readonly currentUntil: Date | null;
  readonly endedBecause: string | null;
}

/** As much of a figure as tells it from others. */
export const SAID = { id: true, series: true, fingerprint: true, checked: true } as const;

/** The part of each figure table's Prisma delegate that storing needs; the tables share these columns. */
export interface FigureDelegate {
  createMany(args: { data: readonly Record<string, unknown>[] }): Promise<unknown>;
  findMany(args: { where: Record<string, unknown> }): Promise<StoredFigure[]>;
  findMany(args: {
    where: Record<string, unknown>;
    select: typeof SAID;
  }): Promise<Pick<StoredFigure, keyof typeof SAID>[]>;
  count(args: { where: Record<string, unknown> }): Promise<number>;
  updateMany(args: {
    where: Record<string, unknown>;
    data: Record<string, unknown>;
  }): Promise<{ count: number }>;
}

export function tableOf(transaction: Transaction, table: FigureTable): FigureDelegate {
  return transaction[table] as unknown as FigureDelegate;
}
