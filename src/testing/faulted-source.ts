import type { Fetcher } from "@/context";
import type { PublicationId } from "@/sources/publication";
import type { ChangingSite } from "./changing-site";
import type { ExpectedFinding, Place } from "./replica-faults";

/** Of a source: `as usual` where nothing is wrong in the end. */
export type ExpectedStatus = "as usual" | "partial" | "held" | "failed";

/** A publication with a live path, and what of it is made to fail. */
export interface FaultedSource {
  readonly id: PublicationId;
  /** The addresses at which its listing, or one of its documents, is asked for. */
  readonly addresses: Readonly<Record<Place, RegExp>>;
  /** What becomes of the source when such an address fails: `partial` where its other documents still count. */
  readonly status: Readonly<Record<Place, ExpectedStatus>>;
  readonly changes: Readonly<Record<string, Change>>;
  publisher(): Promise<Fetcher>;
  /** The reference list where it speaks of invented councils; else the real one. */
  readonly councils?: string;
}

/** What the publisher itself changes, in a way that isn't wanted or isn't known. */
export interface Change {
  readonly what: string;
  make(site: ChangingSite): Promise<void>;
  readonly status: ExpectedStatus;
  /** Null where nothing is wrong. */
  readonly expected: ExpectedFinding | null;
  /** True where it's rightly read as a further version: its figures join those held, and stay when it's taken back. */
  readonly addsVersion?: true;
}

/** A page on which nothing is where it was. */
export const REDESIGNED =
  "<!DOCTYPE html><html><body><main><h1>Funding</h1><div data-widget='files'></div></main></body></html>";
