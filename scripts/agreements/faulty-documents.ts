import PDFDocument from "pdfkit";
import type { FindingKind } from "@/domain/finding";
import { agreementHtml } from "@/testing/agreements/agreement-html";
import type { AgreementSpecification } from "@/testing/agreements/agreement-specification";
import { inventedAgreement } from "@/testing/agreements/invented-agreement";
import { printAgreement } from "@/testing/agreements/print-agreement";
import type { ChromiumPrinter } from "./print-with-chromium";

/** A document under an agreement's title that gives no terms, and why. */
export interface FaultyDocument {
  readonly name: string;
  readonly ending: "pdf" | "html";
  readonly finding: FindingKind;
  readonly needs: "chromium" | null;
  /** What would have been in it: it gives the title. */
  readonly of: AgreementSpecification;
  /** Changes with the document's content. */
  readonly made: string;
  print(chromium: ChromiumPrinter): Promise<Uint8Array>;
}

const WRITTEN = new Date("2020-01-01T12:00:00.000Z");
const OF = inventedAgreement("faulty");

export const FAULTY_DOCUMENTS: readonly FaultyDocument[] = [
  faulty("faulty-scanned", "scanned-document", scanned, "chromium"),
  faulty("faulty-encrypted", "encrypted-document", () =>
    pages({ userPassword: "invented", pdfVersion: "1.7" }, ["Exampleshire County Council", "Agreement"]),
  ),
  faulty("faulty-empty-file", "empty-document", async () => new Uint8Array()),
  faulty("faulty-blank-page", "empty-document", () => pages({}, [])),
  faulty("faulty-no-page", "empty-document", async () => new TextEncoder().encode(NO_PAGE)),
  faulty("faulty-truncated", "truncated-document", async () => {
    const whole = await printAgreement(OF);
    return whole.slice(0, Math.floor(whole.length * 0.6));
  }),
  faulty("faulty-foreign", "foreign-document", () => pages({}, FLOOD_PLAN)),
  faulty("faulty-without-figures", "unexpected-layout", () => pages({}, WITHOUT_FIGURES)),
  {
    ...faulty("faulty-error-page", "foreign-document", async () => new TextEncoder().encode(ERROR_PAGE)),
    ending: "html",
  },
];

function faulty(
  name: string,
  finding: FindingKind,
  print: FaultyDocument["print"],
  needs: FaultyDocument["needs"] = null,
): FaultyDocument {
  return { name, ending: "pdf", finding, print, needs, of: { ...OF, name }, made: `${finding} 2` };
}

/** A document whose tree of pages is bare. */
const NO_PAGE = noPage();

function noPage(): string {
  const objects = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"];
  let text = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, "0")} 00000 n \n`;
  });
  const table = `xref\n0 3\n0000000000 65535 f \n${offsets.join("")}`;
  return `${text}${table}trailer\n<< /Size 3 /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
}

const ERROR_PAGE = `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>Page not found - GOV.UK</title></head>
<body><main id="content"><h1>Page not found</h1>
<p>Nothing is published at this address. Schools, children and grants are to be found from the front page.</p></main></body>
</html>
`;

const FLOOD_PLAN = [
  "Flood and coastal risk: Mockmouth harbour wall 2022 to 2027",
  "This plan sets out how the harbour wall at Mockmouth will be renewed, and what it costs.",
  "Spending by year (£m)",
  "2022-23   4.1",
  "2023-24   6.3",
  "2024-25   2.2",
  "The harbour authority reports to the ministry twice a year. Payments depend on the wall’s height.",
  "Table 2 lists the contractors. No school is affected by the works.",
];

const WITHOUT_FIGURES = [
  "Dedicated schools grant ‘safety valve’ agreement: Exampleshire County Council",
  "The Department for Education and Exampleshire County Council have made an agreement on the council’s dedicated schools grant.",
  "The council will bring its DSG account into balance, as set out in a plan that the council keeps, and will take the actions named there.",
  "The department will pay additional DSG as set out in its letter to the council.",
  "The council reports on its progress. Both sides may ask for a review.",
];

/** One page of paragraphs, or an empty one. */
function pages(options: PDFKit.PDFDocumentOptions, paragraphs: readonly string[]): Promise<Uint8Array> {
  const document = new PDFDocument({ size: "A4", margin: 62, info: { CreationDate: WRITTEN }, ...options });
  const bytes = collected(document);
  for (const paragraph of paragraphs) document.font("Helvetica").fontSize(11).text(paragraph).moveDown();
  document.end();
  return bytes;
}

/** A picture of an agreement's first page, on a page without a letter of text. */
async function scanned(chromium: ChromiumPrinter): Promise<Uint8Array> {
  const picture = await chromium.photograph(agreementHtml(OF));
  const document = new PDFDocument({ size: "A4", margin: 0, info: { CreationDate: WRITTEN } });
  const bytes = collected(document);
  document.image(Buffer.from(picture), 0, 0, { width: document.page.width });
  document.end();
  return bytes;
}

function collected(document: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    document.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    document.on("end", () => resolve(new Uint8Array(Buffer.concat(chunks))));
    document.on("error", reject);
  });
}
