import type { Context, Fetcher } from "@/context";
import type { CouncilRegister } from "@/domain/local-authority/council-register";
import type { Publication } from "@/sources/publication";
import type { Known } from "./load-known";
import type { Answer } from "./noting-answers";

/** One publication's part of a run: what all its steps need. */
export interface PublicationRun {
  readonly context: Context;
  readonly publication: Publication;
  readonly fetcher: Fetcher;
  readonly runId: string;
  readonly councils: CouncilRegister;
  /** As it was when the run came to this publication. */
  readonly known: Known;
  /** Nothing of this publication was read to the end before: nothing of it can have changed. */
  readonly isFirst: boolean;
  /** Addresses whose answer was as before: their check is recorded in one go at the end. */
  readonly asBefore: string[];
  /** What was answered, in the order of asking: with it the run can be replayed. */
  readonly answers: Answer[];
}

/** Told while a publication is read. */
export interface Watch {
  /** Checked before each document: an aborted run ends there, with what is stored whole. */
  readonly signal?: AbortSignal | undefined;
  /** Before each document that is read: which one of how many, and its address. */
  readonly onDocument?: ((number: number, of: number, url: string) => void) | undefined;
}
