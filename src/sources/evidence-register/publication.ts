import type { RegisterFileName } from "@/domain/register/register-columns";
import type { DraftReading, FetchedDocument, ImmediatePublication } from "../publication";
import { actuals } from "./actuals";
import { agreements } from "./agreements";
import { dbvAuthorities } from "./dbv-authorities";
import { deficitProfile } from "./deficit-profile";
import { derivedBalances } from "./derived-balances";
import { events } from "./events";
import { nationalTotals } from "./national-totals";
import { payments } from "./payments";
import { policyEvents } from "./policy-events";
import type { RegisterFile } from "./register-file";
import { stabilityGrant } from "./stability-grant";

export const REGISTER_ID = "evidence-register";
const FOLDER = "repository:archive/figures/register/";

/** The agreements come first: the other files speak of them. */
const FILES: readonly RegisterFile[] = [
  agreements,
  deficitProfile,
  payments,
  actuals,
  events,
  stabilityGrant,
  derivedBalances,
  dbvAuthorities,
  policyEvents,
  nationalTotals,
];

/** Where the project's own file is found, also when what people have added is read with it. */
export const registerAddress = (file: Pick<RegisterFile, "name">) => `${FOLDER}${file.name}.csv`;

export const evidenceRegister: ImmediatePublication = {
  id: REGISTER_ID,
  title: "Evidence register",
  publisher: "Safety Valve Tracker, from council papers, Parliament and the press",
  licence: "Open Government Licence v3.0",
  landingPage:
    "https://www.gov.uk/government/publications/dedicated-schools-grant-very-high-deficit-intervention",
  cadence: "whenever something is found",
  parserVersion: "2",
  readsListing: false,
  bundledAs: "register",
  fixedDocuments: FILES.map((file) => ({
    url: registerAddress(file),
    title: file.title,
    purpose: "figures",
  })),
  listings: () => [],
  findDocuments: () => ({ documents: [], findings: [] }),
  read: readRegisterFile,
  // Each row stands alone, with its own source: there is no sum or count that the register as a whole must meet.
  check: () => [],
  nextExpected: () => null,
};

export function registerFileNamed(name: RegisterFileName): RegisterFile {
  const file = FILES.find((candidate) => candidate.name === name);
  if (!file) throw new Error(`There is no register file ${name}.`);
  return file;
}

/** The register file at an address; undefined for any other. */
export function registerFileAt(url: string): RegisterFile | undefined {
  return FILES.find((file) => registerAddress(file) === url);
}

function readRegisterFile(document: FetchedDocument): DraftReading {
  const file = registerFileAt(document.url);
  if (file) return file.read(document);
  return {
    edition: null,
    figures: [],
    findings: [
      {
        kind: "unexpected-layout",
        severity: "stop",
        message: `${document.url} isn't a file of the evidence register. Nothing of it is published.`,
        expected: FILES.map(({ name }) => `${name}.csv`).join(", "),
        met: document.url,
      },
    ],
  };
}
