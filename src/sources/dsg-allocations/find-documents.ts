import type { CalendarDate } from "@/domain/calendar-date";
import type { Finding } from "@/domain/finding";
import { type GovukAttachment, readGovukPage } from "@/formats/govuk-page";
import { readPageLinks } from "@/formats/page-links";
import type { DocumentLink, FetchedDocument, ListedDocuments } from "../publication";
import { dayIn } from "./edition-of";

/** Where the allocations themselves are published since 2020-21; GOV.UK holds the older ones. */
export const ALLOCATIONS_HOST = "skillsfunding.service.gov.uk";

export function findAllocationDocuments(listing: FetchedDocument): ListedDocuments {
  return new URL(listing.url).hostname === ALLOCATIONS_HOST
    ? linksForAllCouncils(listing)
    : attachedWorkbooks(listing);
}

/** From 2020-21 the GOV.UK page has no such attachment, which is as it should be. */
function attachedWorkbooks(listing: FetchedDocument): ListedDocuments {
  const reading = readGovukPage(listing.bytes, listing.url);
  if (reading.kind === "unreadable")
    return { documents: [], findings: [unreadable(listing, reading.reason)] };
  const documents = reading.page.attachments.filter(holdsAllocations).map(({ title, url, filename }) => ({
    url,
    title,
    publishedOn: dayIn(title) ?? dayIn(filename ?? ""),
    purpose: "figures" as const,
  }));
  return { documents, findings: [] };
}

const SPREADSHEET = /spreadsheet|ms-excel|\.(?:ods|xlsx?|xlsb)$/i;
const ABOUT_ALLOCATIONS = /allocation|dedicated[ _-]*schools[ _-]*grant[ _-]*(?:20\d\d|\.)/i;
/** Other workbooks on the same pages. */
const ABOUT_SOMETHING_ELSE =
  /tool|calculator|template|pupil number|technical note|place (?:number|change)|early years|growth/i;

function holdsAllocations({ kind, title, filename, contentType, url }: GovukAttachment): boolean {
  if (kind !== "file") return false;
  const isSpreadsheet = [contentType, filename, url].some((text) => text !== null && SPREADSHEET.test(text));
  const named = `${title} ${(filename ?? "").replaceAll(/[_-]/g, " ")}`;
  return isSpreadsheet && ABOUT_ALLOCATIONS.test(named) && !ABOUT_SOMETHING_ELSE.test(named);
}

const FOR_ALL_COUNCILS =
  /\b(?:all (?:(?:local )?authorities|councils|LAs)|(?:every|each) (?:(?:local )?authority|council|LA))\b/i;

/** Every link whose text says that it is for all local authorities; several versions of a year can be listed. */
function linksForAllCouncils(listing: FetchedDocument): ListedDocuments {
  const page = readPageLinks(listing.bytes, listing.url);
  if (page === null) return { documents: [], findings: [unreadable(listing, "the answer isn't a web page")] };
  const documents = new Map<string, DocumentLink>();
  for (const { text, url, around } of page.links) {
    if (!FOR_ALL_COUNCILS.test(text) || documents.has(url)) continue;
    const day = dayIn(text) ?? dayIn(new URL(url).pathname) ?? dayIn(around);
    documents.set(url, { url, title: titled(text, day), publishedOn: day, purpose: "figures" });
  }
  if (documents.size === 0) return { documents: [], findings: [nothingListed(listing, page.heading)] };
  return { documents: [...documents.values()], findings: [] };
}

/** The date travels in the title to the reader, which sees nothing else of the page. */
function titled(title: string, day: CalendarDate | null): string {
  return day === null || dayIn(title) !== null ? title : `${title} (published ${day})`;
}

function unreadable(listing: FetchedDocument, reason: string): Finding {
  return {
    kind: "unreadable-document",
    severity: "stop",
    message: `The page ${listing.url} couldn't be read: ${reason}. Its documents were not looked at.`,
    expected: "a publication page",
    met: reason,
  };
}

function nothingListed(listing: FetchedDocument, heading: string): Finding {
  return {
    kind: "nothing-listed",
    severity: "doubt",
    message: `The page ${listing.url} has no link for all local authorities. The year may not be published yet, or the page has changed.`,
    expected: 'a link whose text says "all local authorities"',
    met: heading === "" ? "a page without a heading" : `a page headed "${heading}"`,
  };
}
