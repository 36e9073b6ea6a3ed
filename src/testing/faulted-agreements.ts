import PDFDocument from "pdfkit";
import { deficits, inventedAgreement, millions, yearlyPayments } from "./agreements/invented-agreement";
import { printAgreement } from "./agreements/print-agreement";
import { type FaultedSource, REDESIGNED } from "./faulted-source";
import { InventedPublisher } from "./test-context";

const PATH = "/government/publications/dedicated-schools-grant-very-high-deficit-intervention";
const ENTRY = `https://www.gov.uk/api/content${PATH}`;
const PAGE = `https://www.gov.uk${PATH}`;
const HEADING = "Dedicated schools grant: very high deficit intervention";
const CHANGED = "2026-04-01T16:04:00+01:00";
const CHANGE_NOTE = "Agreements added.";

interface Signatory {
  readonly code: string;
  readonly short: string;
  readonly full: string;
}

const EXAMPLESHIRE = { code: "X01", short: "Exampleshire", full: "Exampleshire County Council" };
const SAMPLETON = { code: "X02", short: "Sampleton", full: "Sampleton Metropolitan Borough Council" };
const TESTBURY = { code: "X03", short: "Testbury", full: "Testbury Council" };
const SIGNATORIES: readonly Signatory[] = [EXAMPLESHIRE, SAMPLETON, TESTBURY];

const addressOf = ({ code, short }: Signatory) =>
  `https://assets.publishing.service.gov.uk/media/65f0c0ffee65f0c0ffee0${code.toLowerCase()}/${short}.pdf`;
const titleOf = ({ short }: Signatory) =>
  `${short}: dedicated schools grant ‘safety valve’ agreement 2022-2023`;

/** A page with three invented councils; Sampleton's agreement is the document that fails. */
export const faultedAgreements: FaultedSource = {
  id: "safety-valve-agreements",
  addresses: { listing: new RegExp(`${PATH}$`), document: /\/Sampleton\.pdf$/ },
  status: { listing: "failed", document: "partial" },
  async publisher() {
    const publisher = new InventedPublisher("live");
    publisher.publish(ENTRY, entry());
    publisher.publish(PAGE, pageForPeople(), "text/html");
    for (const council of SIGNATORIES) {
      publisher.publish(addressOf(council), await agreementOf(council), "application/pdf");
    }
    return publisher;
  },
  councils: referenceList(),
  changes: {
    "changed-entry": {
      what: "the entry has another form; the page for people stands in for it",
      make: (site) => site.change(ENTRY, JSON.stringify({ content: { heading: HEADING } })),
      status: "as usual",
      expected: null,
    },
    "changed-markup": {
      what: "both the entry and the page have another form",
      async make(site) {
        await site.change(ENTRY, JSON.stringify({ content: { heading: HEADING } }));
        await site.change(PAGE, REDESIGNED);
      },
      status: "failed",
      expected: { kind: "unreadable-document", words: /agreements page can't be read/ },
    },
    "no-agreement-listed": {
      what: "the page lists no agreement any more",
      make: (site) => site.change(ENTRY, entry({ details: { attachments: [] } })),
      status: "held",
      expected: { kind: "nothing-listed", words: /lists no agreement/ },
    },
    "withdrawn-page": {
      what: "GOV.UK has withdrawn the page",
      make: (site) =>
        site.change(
          ENTRY,
          entry({ withdrawn_notice: { withdrawn_at: "2026-11-01T09:00:00Z", explanation: "<p>Old.</p>" } }),
        ),
      status: "as usual",
      expected: { kind: "unexpected-layout", words: /withdrawn the agreements page/ },
    },
    "replaced-agreement": {
      what: "a revised agreement stands under the same title and address",
      make: async (site) => site.change(addressOf(SAMPLETON), await revisedAgreementOf(SAMPLETON)),
      status: "as usual",
      expected: null,
      addsVersion: true,
    },
    "another-document": {
      what: "a document about something else stands at the agreement's address",
      make: async (site) =>
        site.change(addressOf(SAMPLETON), await plainPdf("Report on school meals, which were had at noon.")),
      status: "partial",
      expected: { kind: "foreign-document", words: /Sampleton isn't a safety valve agreement/ },
    },
    "blank-agreement": {
      what: "the agreement's pages are blank",
      make: async (site) => site.change(addressOf(SAMPLETON), await plainPdf("")),
      status: "partial",
      expected: { kind: "empty-document", words: /Sampleton can't be read: the pages of the file are blank/ },
    },
  },
};

function plainPdf(text: string): Promise<Uint8Array> {
  const document = new PDFDocument();
  const chunks: Uint8Array[] = [];
  document.on("data", (chunk: Uint8Array) => chunks.push(chunk));
  const whole = new Promise<Uint8Array>((resolve) => {
    document.on("end", () => resolve(new Uint8Array(Buffer.concat(chunks))));
  });
  document.text(text).end();
  return whole;
}

function agreementOf({ short, full }: Signatory): Promise<Uint8Array> {
  return printAgreement(inventedAgreement(short, { council: { short, full } }));
}

function revisedAgreementOf({ short, full }: Signatory): Promise<Uint8Array> {
  return printAgreement(
    inventedAgreement(short, {
      council: { short, full },
      profile: deficits("2022-23", [12.4, 17.3, 20.2, 21.6, 22.5]),
      payments: yearlyPayments("2022-23", [9.0, 3.4, 3.4, 3.4, 3.3]),
      total: millions(22.5),
    }),
  );
}

function entry(other: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({
    base_path: PATH,
    title: HEADING,
    schema_name: "publication",
    public_updated_at: CHANGED,
    details: {
      attachments: SIGNATORIES.map((council) => ({
        attachment_type: "file",
        content_type: "application/pdf",
        id: `${council.short}.pdf`,
        title: titleOf(council),
        url: addressOf(council),
      })),
      change_history: [{ public_timestamp: CHANGED, note: CHANGE_NOTE }],
    },
    ...other,
  });
}

/** The same page as GOV.UK's publishing components print it. */
function pageForPeople(): string {
  const attachments = SIGNATORIES.map(
    (council) =>
      `<section class="gem-c-attachment"><h3 class="gem-c-attachment__title"><a class="govuk-link" href="${addressOf(council)}">${titleOf(council)}</a></h3></section>`,
  );
  const history = `<ol class="gem-c-published-dates__list"><li class="gem-c-published-dates__change-item"><time class="gem-c-published-dates__change-date" datetime="${CHANGED}">1 April 2026</time><p class="gem-c-published-dates__change-note">${CHANGE_NOTE}</p></li></ol>`;
  return `<!DOCTYPE html><html lang="en"><body><main><h1>${HEADING}</h1>${attachments.join("")}${history}</main></body></html>`;
}

/** Invented councils only: they never stand in one list with real ones. */
function referenceList(): string {
  const names = [
    ...SIGNATORIES.map(({ short }) => short),
    ...["Mockham", "Oldshire", "Draftshire", "Specimen-on-Sea", "Pretendford", "Placeholder"],
    ...["Fictonshire", "Madeupham", "Blankshire"],
  ];
  const rows = names.map((name, index) => {
    const number = String(index + 1).padStart(2, "0");
    return `X${number},X990000${number},${name},Practice,X12000001,county,live,2009-01-01,,,,,52.0,-1.0,https://example.org/`;
  });
  const head =
    "dfe_code,gss_code,name,region,region_code,type,status,valid_from,valid_to,predecessor_gss,successor_gss,aliases,centroid_lat,centroid_lng,source";
  return `${[head, ...rows].join("\n")}\n`;
}
