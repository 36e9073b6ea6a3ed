import type { Fetched } from "@/context";
import type { CalendarDate } from "@/domain/calendar-date";
import type { Finding } from "@/domain/finding";
import type { DocumentLink, ListedDocuments, Listing } from "@/sources/publication";
import { notHad } from "./capture";
import type { PublicationRun } from "./publication-run";
import { storeCheck, storeSnapshot } from "./store-snapshot";

export interface Discovered {
  readonly documents: readonly DocumentLink[];
  readonly findings: readonly FoundAt[];
  /** How many listing pages were kept, and how many of these are as they were. */
  readonly reached: number;
  /** Nobody answered for any listing: there is no way to the publisher from here. */
  readonly unreachable: string | null;
}

export interface FoundAt {
  readonly url: string;
  readonly finding: Finding;
}

/**
 * Asks a publication's listing pages which documents there are.
 *
 * A listing has addresses in order of preference: the first that answers with a page that can be read
 * counts. The pages themselves are kept as snapshots before anything is made of them.
 */
export async function discover(run: PublicationRun, today: CalendarDate): Promise<Discovered> {
  const { publication } = run;
  const documents: DocumentLink[] = [...publication.fixedDocuments];
  const findings: FoundAt[] = [];
  let reached = 0;
  let asked = 0;
  let unreachable: string | null = null;

  for (const listing of publication.listings(today)) {
    asked += 1;
    const answer = await firstAnswer(run, listing);
    if (answer.kind === "unreachable") {
      unreachable = answer.reason;
      findings.push(answer.found);
      continue;
    }
    reached += 1;
    if (answer.kind === "nothing") {
      if (answer.found) findings.push(answer.found);
      continue;
    }
    const { url, title, listed } = answer;
    if (publication.readsListing) {
      // What is wrong with such a page is said where it's read for its figures.
      documents.push({ url, title, purpose: "figures" });
    } else findings.push(...listed.findings.map((finding) => ({ url, finding })));
    documents.push(...listed.documents);
  }

  return {
    documents: withoutRepeats(documents),
    findings,
    reached,
    unreachable: asked > 0 && reached === 0 ? unreachable : null,
  };
}

interface Page {
  readonly kind: "page";
  readonly url: string;
  readonly title: string;
  readonly listed: ListedDocuments;
}

type Answer =
  | Page
  | { readonly kind: "nothing"; readonly found: FoundAt | null }
  | { readonly kind: "unreachable"; readonly reason: string; readonly found: FoundAt };

async function firstAnswer(run: PublicationRun, listing: Listing): Promise<Answer> {
  let worst: Answer = { kind: "nothing", found: null };
  let unreadable: Page | null = null;
  for (const url of listing.addresses) {
    // Listings are small and decide everything else: always asked for anew, never "not modified".
    const fetched = await run.fetcher.fetch(url, { etag: null, lastModified: null });
    if (fetched.kind === "fetched") {
      const page = await readListing(run, url, fetched);
      if (!page.listed.findings.some(({ kind }) => kind === "unreadable-document")) return page;
      unreadable ??= page;
      continue;
    }
    await storeCheck(run, url, fetched.kind);
    if (fetched.kind === "unreachable") {
      worst = {
        kind: "unreachable",
        reason: fetched.reason,
        found: { url, finding: notHad(url, "unreachable", fetched.reason) },
      };
    } else if (fetched.kind === "refused") {
      worst = { kind: "nothing", found: { url, finding: notHad(url, "refused", fetched.reason) } };
    } else if (fetched.kind === "absent" && worst.kind === "nothing" && worst.found === null) {
      worst = { kind: "nothing", found: missingPage(run, listing, url, fetched.reason) };
    }
  }
  return unreadable ?? worst;
}

/** A page that need not exist is missed only once it has been there. */
function missingPage(run: PublicationRun, listing: Listing, url: string, reason: string): FoundAt | null {
  const finding = notHad(url, "absent", reason);
  if (listing.required) return { url, finding };
  const wasThere = Boolean(run.known.address(url)?.capture);
  return wasThere && run.fetcher.origin === "live"
    ? { url, finding: { ...finding, severity: "doubt" } }
    : null;
}

async function readListing(
  run: PublicationRun,
  url: string,
  fetched: Extract<Fetched, { kind: "fetched" }>,
): Promise<Page> {
  const { publication, fetcher } = run;
  const met = { url, title: publication.title, publishedOn: null };
  const { title, mediaType, bytes } = await storeSnapshot(run, met, fetched);
  const listed = publication.findDocuments({ url, title, mediaType, bytes, origin: fetcher.origin });
  return { kind: "page", url, title, listed };
}

function withoutRepeats(documents: readonly DocumentLink[]): DocumentLink[] {
  const seen = new Set<string>();
  return documents.filter(({ url }) => {
    if (url === null) return true;
    if (seen.has(url)) return false;
    seen.add(url);
    return true;
  });
}
