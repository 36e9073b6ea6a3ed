import { londonDay, type PartialDate, readPartialDate } from "@/domain/calendar-date";
import type { DraftFigure } from "@/domain/dsg/draft-figures";
import type { Finding } from "@/domain/finding";
import { comparableName } from "@/domain/local-authority/council-register";
import type { Locator } from "@/domain/provenance";
import { type GovukAttachment, type GovukPage, readGovukPage } from "@/formats/govuk-page";
import type { DraftReading, FetchedDocument, ListedDocuments } from "../publication";
import { readAgreementTitle } from "./read-agreement-title";

/**
 * The attachments of the page: agreements are read, others only kept. Of an agreement attached both as a file
 * and as a web page the file is read, so that it doesn't become two versions.
 */
export function findAgreementDocuments(listing: FetchedDocument): ListedDocuments {
  const read = readGovukPage(listing.bytes, listing.url);
  if (read.kind === "unreadable") return { documents: [], findings: [unreadablePage(read.reason)] };
  return {
    documents: read.page.attachments.map((attachment) => ({
      url: attachment.url,
      title: attachment.title,
      purpose: isRead(attachment, read.page.attachments) ? "figures" : "keep",
    })),
    findings: [],
  };
}

function isRead(attachment: GovukAttachment, all: readonly GovukAttachment[]): boolean {
  const own = agreementKey(attachment);
  if (own === null || !canBeRead(attachment)) return false;
  return (
    attachment.kind !== "html" ||
    !all.some((other) => other.kind === "file" && canBeRead(other) && agreementKey(other) === own)
  );
}

function agreementKey({ title }: GovukAttachment): string | null {
  const read = readAgreementTitle(title);
  return read.kind === "agreement" ? `${comparableName(read.place)} ${read.signedYear}` : null;
}

/** A PDF or a web page; what its type is isn't always said. */
function canBeRead({ kind, contentType }: GovukAttachment): boolean {
  return kind !== "external" && (contentType === null || /pdf|html/i.test(contentType));
}

/** Reads which agreements the page lists, and its change notes as events. */
export function readAgreementsPage(document: FetchedDocument): DraftReading {
  const read = readGovukPage(document.bytes, document.url);
  if (read.kind === "unreadable") {
    return stopped(unreadablePage(read.reason));
  }
  const { figures, findings } = agreementsOn(read.page);
  if (figures.length === 0) {
    return stopped({
      kind: "nothing-listed",
      severity: "stop",
      message: "The agreements page lists no agreement. The agreements held stand; look at the page.",
      expected: "attachments titled as safety valve agreements",
      met: `${read.page.attachments.length} attachments${read.page.withdrawn ? " on a withdrawn page" : ""}`,
    });
  }
  return {
    edition: {
      key: "page",
      title: read.page.title,
      publishedOn: read.page.updatedAt === null ? null : dayOf(read.page.updatedAt),
      financialYear: null,
    },
    figures: [...figures, ...changesOf(read.page)],
    findings: read.page.withdrawn ? [...findings, withdrawn()] : findings,
  };
}

function agreementsOn({ attachments }: GovukPage): { figures: DraftFigure[]; findings: Finding[] } {
  const figures: DraftFigure[] = [];
  const findings: Finding[] = [];
  for (const [position, { title, url }] of attachments.entries()) {
    const read = readAgreementTitle(title);
    const locator: Locator = { path: "attachments as the page lists them", row: position + 1 };
    if (read.kind === "agreement") {
      const { signedYear, underReview } = read;
      const council = { name: read.place };
      figures.push({
        type: "agreement-document",
        council,
        title,
        url,
        signedYear,
        underReview,
        position,
        locator,
      });
    } else if (read.kind === "unclear") {
      findings.push({
        kind: "unreadable-row",
        severity: "doubt",
        message: `The attachment "${title}" reads like an agreement, but not of whom or when; it was set aside.`,
        expected: read.expected,
        met: title,
        locator,
      });
    } else {
      findings.push({
        kind: "unexpected-layout",
        severity: "note",
        message: `The attachment "${title}" isn't an agreement; it is kept, not read.`,
        locator,
      });
    }
  }
  return { figures, findings };
}

/** GOV.UK's own short notes, carried as they are under the Open Government Licence. */
function changesOf({ changeNotes }: GovukPage): DraftFigure[] {
  return changeNotes.map(({ date, note }, index) => ({
    type: "event",
    council: null,
    kind: "page-updated",
    date: dateOf(date),
    summary: note === "" ? "The page was changed; no note says how." : note,
    locator: { path: "change notes, newest first", row: index + 1 },
  }));
}

/** Our copy of the page knows of some changes only the month or the year. */
function dateOf(timestamp: string): PartialDate | null {
  return readPartialDate(timestamp) ?? (dayOf(timestamp) as PartialDate | null);
}

function dayOf(timestamp: string) {
  const instant = new Date(timestamp);
  return Number.isNaN(instant.getTime()) ? null : londonDay(instant);
}

function withdrawn(): Finding {
  return {
    kind: "unexpected-layout",
    severity: "note",
    message:
      "GOV.UK has withdrawn the agreements page. What it still lists is shown; see its notice for why.",
  };
}

function unreadablePage(reason: string): Finding {
  return {
    kind: "unreadable-document",
    severity: "stop",
    message: `The agreements page can't be read: ${reason}. The agreements held stand.`,
    expected: "a GOV.UK publication page",
    met: reason,
  };
}

function stopped(finding: Finding): DraftReading {
  return { edition: null, figures: [], findings: [finding] };
}
