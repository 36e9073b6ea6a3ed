import type { FinancialYear } from "../financial-year";
import type { PrintedCouncil } from "../local-authority/council-register";
import type { ChangePlace } from "./change";

/** What is compared of a publication page. `C` is the printed council until it has been found. */
export interface PageContent<C = PrintedCouncil> {
  readonly title: string;
  /** How the page was had: the texts of an entry and of a web page hold different things, their lists the same. */
  readonly form: "entry" | "web-page";
  /** Paragraphs as plain words; null where the form gives none. */
  readonly paragraphs: readonly string[] | null;
  readonly withdrawn: boolean;
  readonly withdrawnBecause: string | null;
  readonly attachments: readonly PageAttachment<C>[];
  readonly notes: readonly PageNote[];
}

export interface PageAttachment<C> {
  readonly title: string;
  /** Null where a copy of the page doesn't hold the address. */
  readonly url: string | null;
  /** Set where the title is an agreement's. What becomes of its file is told by whoever reads the file. */
  readonly agreement: PageAgreement<C> | null;
  /** From 1. */
  readonly position: number;
}

export interface PageAgreement<C> {
  readonly council: C;
  readonly signedYear: FinancialYear;
  readonly underReview: boolean;
  /** The title without the words that it is under review. */
  readonly plainTitle: string;
}

export interface PageNote {
  /** ISO 8601, as far as it's known. */
  readonly date: string;
  readonly text: string;
}

/** A page with the councils found; an unknown one is null. */
export type FoundPage = PageContent<string | null>;

/** The page in the store: what its changes name as their place. */
export type PagePlace = Pick<ChangePlace, "snapshotSha256" | "url">;
