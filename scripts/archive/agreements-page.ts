import { type FinancialYear, readFinancialYear, startYear } from "@/domain/financial-year";
import { commonName, slugOf } from "@/domain/local-authority/local-authority";
import { type ArchiveDocument, MEDIA_TYPES, REBUILT, textBytes } from "./archive-document";
import { type FigureFiles, figureRows } from "./figure-rows";

const SLUG = "dedicated-schools-grant-very-high-deficit-intervention";
const BASE_PATH = `/government/publications/${SLUG}`;

/**
 * The Content API entry of the page that lists the agreements, with an attachment for each.
 *
 * The addresses of the PDFs aren't held and can't be guessed, so each `url` is null. Dates are
 * as exact as they are known: a year, a month or a day.
 */
export function agreementsPage(figures: FigureFiles): ArchiveDocument {
  const attachments = agreementsOf(figures).map(({ place, signed }) => {
    const years = `${startYear(signed)}-${startYear(signed) + 1}`;
    return {
      attachment_type: "file",
      content_type: "application/pdf",
      id: `facsimile-${slugOf(place)}-${years}`,
      title: `${place}: dedicated schools grant ‘safety valve’ agreement ${years}`,
      url: null,
    };
  });
  const changes = changesOf(figures);
  const [latest] = changes;
  const oldest = changes.at(-1);
  if (!latest || !oldest)
    throw new Error("archive/figures/register/policy_events.csv names no change of the page.");
  const title = "Dedicated schools grant: very high deficit intervention";

  const entry = {
    base_path: BASE_PATH,
    title,
    description: REBUILT,
    schema_name: "publication",
    locale: "en",
    first_published_at: oldest.date,
    public_updated_at: changeTime(latest.source_url) ?? latest.date,
    details: {
      body: `<p>${REBUILT} The titles of the attachments follow the published pattern; the change notes are in our own words.</p>`,
      attachments,
      featured_attachments: attachments.map((attachment) => attachment.id),
      change_history: changes.map(({ date, event, detail }) => ({
        public_timestamp: date,
        note: `${event}. ${detail}`,
      })),
    },
    links: {},
  };
  return {
    url: `https://www.gov.uk/api/content${BASE_PATH}`,
    mediaType: MEDIA_TYPES.json,
    title,
    publishedOn: null,
    citation: { title: "Public record of changes to the GOV.UK page", url: latest.source_url },
    bytes: textBytes(`${JSON.stringify(entry, null, 2)}\n`),
  };
}

interface SignedAgreement {
  /** The short name that the titles use: Bristol, Kingston upon Thames. */
  readonly place: string;
  readonly signed: FinancialYear;
}

/** In page order: newest year first, then by place. A revised agreement keeps its document's title. */
function agreementsOf(figures: FigureFiles): SignedAgreement[] {
  return figureRows(figures, "figures/register/agreements.csv", ["la_name", "agreement_version", "signed_fy"])
    .filter((row) => row.agreement_version === "original")
    .map((row) => {
      const signed = readFinancialYear(row.signed_fy);
      if (!signed) throw new Error(`archive/figures/register/agreements.csv: when did ${row.la_name} sign?`);
      return { place: commonName(row.la_name), signed };
    })
    .sort((a, b) => startYear(b.signed) - startYear(a.signed) || (a.place < b.place ? -1 : 1));
}

/** The report cited for these gives only the year; councils announced them in March (register/events.csv). */
const NINE_MORE = { event: "Nine more agreements", month: "2022-03" };

/** What is known of the page's changes, newest first, from the events that cite the page. */
function changesOf(figures: FigureFiles) {
  return figureRows(figures, "figures/register/policy_events.csv", ["date", "event", "detail", "source_url"])
    .filter((row) => row.source_url.includes(SLUG) || row.event === NINE_MORE.event)
    .map((row) => (row.event === NINE_MORE.event ? { ...row, date: NINE_MORE.month } : row))
    .reverse();
}

/** The record of changes that an event cites carries the time of the change in its address. */
function changeTime(sourceUrl: string): string | null {
  return /\/update\/(?<time>\d{4}-\d\d-\d\dT[\d:]+[+-]\d\d:\d\d)\//.exec(sourceUrl)?.groups?.time ?? null;
}
