import type { Context, Fetcher } from "@/context";
import type { CouncilRegister } from "@/domain/local-authority/council-register";
import type { Publication } from "@/sources/publication";
import type { Known } from "./load-known";

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
}
