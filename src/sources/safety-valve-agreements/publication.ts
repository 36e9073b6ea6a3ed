import type { AgreementDocumentDraft } from "@/domain/dsg/draft-figures";
import type { Finding } from "@/domain/finding";
import type { CouncilRegister, PrintedCouncil } from "@/domain/local-authority/council-register";
import { isPdf } from "@/formats/read-pdf";
import type { DraftReading, FetchedDocument, Publication } from "../publication";
import { readAgreement } from "./read-agreement";
import { readAgreementTitle } from "./read-agreement-title";
import { findAgreementDocuments, readAgreementsPage } from "./read-agreements-page";
import { readPageContent } from "./read-page-content";

const PATH = "government/publications/dedicated-schools-grant-very-high-deficit-intervention";
const LANDING_PAGE = `https://www.gov.uk/${PATH}`;
const LISTINGS = [`https://www.gov.uk/api/content/${PATH}`, LANDING_PAGE];

export const safetyValveAgreements: Publication = {
  id: "safety-valve-agreements",
  title: "Dedicated schools grant: very high deficit intervention",
  publisher: "Department for Education, GOV.UK",
  licence: "Open Government Licence v3.0",
  landingPage: LANDING_PAGE,
  cadence: "whenever an agreement changes; no new ones are signed since December 2024",
  parserVersion: "6",
  readsListing: true,
  fixedDocuments: [],
  listings: () => [{ addresses: LISTINGS, required: true }],
  findDocuments: findAgreementDocuments,
  read: (document) => (isListing(document) ? readAgreementsPage(document) : readAgreement(document)),
  readPage: readPageContent,
  check: checkAgreements,
  nextExpected: () => null,
};

/** The page itself, by its address; else whatever isn't titled as an agreement and is no PDF. */
function isListing({ url, title, bytes }: FetchedDocument): boolean {
  if (LISTINGS.includes(url)) return true;
  return !isPdf(bytes) && readAgreementTitle(title ?? "").kind !== "agreement";
}

/** A council signs once; a revised agreement replaces the file under the same title. */
function checkAgreements(draft: DraftReading, councils: CouncilRegister): Finding[] {
  const listed = draft.figures.filter(
    (figure): figure is AgreementDocumentDraft<PrintedCouncil> => figure.type === "agreement-document",
  );
  const seen = new Set<string>();
  return listed.flatMap(({ council, signedYear, title, locator }): Finding[] => {
    const match = councils.find(council);
    const key = `${match.kind === "found" ? match.dfeCode : council.name} ${signedYear}`;
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [
      {
        kind: "duplicate-row",
        severity: "doubt",
        message: `The page lists more than one agreement of ${council.name} for ${signedYear}; it isn't clear which counts.`,
        met: title,
        locator,
        council: council.name,
      },
    ];
  });
}
