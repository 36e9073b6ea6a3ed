import type { PublicationId } from "@/sources/publication";

/** Where a run is: at which of its sources, and at which of that source's documents. */
export interface IngestStep {
  readonly source: PublicationId;
  /** From 1. */
  readonly sourceNumber: number;
  readonly sources: number;
  /** Null until it's known what there is. */
  readonly document: { readonly number: number; readonly of: number; readonly url: string } | null;
}

/** A person has asked for the run to end before its time. What is stored by then is stored whole. */
export class RunCancelled extends Error {}
