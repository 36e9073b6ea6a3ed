import type { CalendarDate } from "@/domain/calendar-date";
import type { PageContent } from "@/domain/changes/page-content";
import type { DraftFigure, Figure } from "@/domain/dsg/draft-figures";
import type { FinancialYear } from "@/domain/financial-year";
import type { Finding } from "@/domain/finding";
import type { CouncilRegister } from "@/domain/local-authority/council-register";
import type { Money } from "@/domain/money";
import type { Origin } from "@/domain/provenance";
import type { DueEdition } from "./due-edition";

export const PUBLICATION_IDS = [
  "local-authorities",
  "dsg-allocations",
  "section-251-outturn",
  "ehc-plans",
  "safety-valve-agreements",
  "evidence-register",
] as const;

export type PublicationId = (typeof PUBLICATION_IDS)[number];

/** A page that is asked first: it lists the documents. Tried in order until one answers. */
export interface Listing {
  readonly addresses: readonly string[];
  /** False for a page that may not exist yet (next year's allocations): its absence isn't a fault. */
  readonly required: boolean;
}

/** Bytes with where they came from: all that a reader may know. */
export interface FetchedDocument {
  /** The publisher's address, also when fetched through a proxy or from the archive. */
  readonly url: string;
  readonly title: string | null;
  readonly mediaType: string | null;
  readonly bytes: Uint8Array;
  readonly origin: Origin;
}

export interface DocumentLink {
  /** Null where the publisher lists a document whose address we don't hold (archive only). */
  readonly url: string | null;
  readonly title: string;
  readonly publishedOn?: CalendarDate | null;
  /** `figures`: read now. `keep`: kept as a snapshot, read by another publication or a later reader. */
  readonly purpose: "figures" | "keep";
}

export interface ListedDocuments {
  readonly documents: readonly DocumentLink[];
  /** With an `unreadable-document` among them the listing's next address is asked. */
  readonly findings: readonly Finding[];
}

/** The edition a document turned out to be. */
export interface DraftEdition {
  /** Distinguishes editions of one publication: `2023-24@2023-07-20`, `2025`, `actuals`. */
  readonly key: string;
  readonly title: string;
  readonly publishedOn: CalendarDate | null;
  /** For yearly publications; a live edition supersedes the archive's of the same year. */
  readonly financialYear: FinancialYear | null;
}

/** What a reader makes of a document. Without an edition nothing can be published; the findings say why. */
export interface DraftReading {
  readonly edition: DraftEdition | null;
  readonly figures: readonly DraftFigure[];
  readonly findings: readonly Finding[];
}

/** A high needs block before deductions that counts. */
export interface HeldAllocation {
  readonly dfeCode: string;
  readonly financialYear: FinancialYear;
  readonly beforeDeductions: Money;
}

/** A reading with every council found and every bound checked. A `stop` among the findings holds all of it. */
export interface CheckedReading {
  readonly edition: DraftEdition;
  readonly figures: readonly Figure[];
  readonly findings: readonly Finding[];
}

export interface Publication {
  readonly id: PublicationId;
  readonly title: string;
  readonly publisher: string;
  readonly licence: string;
  readonly landingPage: string;
  /** For people: "December, then March, July and November". */
  readonly cadence: string;
  /** Raised with every change of what the reader makes of the same bytes: stored snapshots are then read again. */
  readonly parserVersion: string;
  /** True when the listing page is itself read for figures. */
  readonly readsListing: boolean;
  /** Set for the project's own record: what is read from the repository counts as `register`, not as a copy. */
  readonly bundledAs?: "register";
  /** Documents at fixed addresses, for what has no listing. */
  readonly fixedDocuments: readonly DocumentLink[];
  listings(today: CalendarDate): readonly Listing[];
  findDocuments(listing: FetchedDocument): ListedDocuments;
  /** A pure function of the document; a promise only because some formats can't be opened otherwise. */
  read(document: FetchedDocument): DraftReading | Promise<DraftReading>;
  /** Bounds beyond the common ones (councils found, none twice): sums, completeness. */
  check(draft: DraftReading, councils: CouncilRegister, origin: Origin): readonly Finding[];
  /** Bounds against what is held of the years around: a figure beyond them holds the edition. */
  checkAgainstHeld?(
    draft: DraftReading,
    councils: CouncilRegister,
    held: readonly HeldAllocation[],
  ): readonly Finding[];
  /** What is compared of a listing page from one time to the next; null for any other document. */
  readPage?(document: FetchedDocument): PageContent | null;
  /** The day by which the next edition is usually out, for people; null when nothing is due. */
  nextExpected(today: CalendarDate): CalendarDate | null;
  /** The newest edition that should be out before that day; left out where nothing is ever due. */
  due?(today: CalendarDate): DueEdition;
}

/** A publication whose documents are read at once. */
export interface ImmediatePublication extends Publication {
  read(document: FetchedDocument): DraftReading;
}
