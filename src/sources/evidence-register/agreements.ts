import type { AgreementDraft } from "@/domain/dsg/draft-figures";
import type { PrintedCouncil } from "@/domain/local-authority/council-register";
import type { Citation } from "@/domain/provenance";
import type { StrictRow } from "../strict-row";
import { citationOf } from "./citation";
import { confidenceOf, councilOf, registerFile } from "./register-file";

const COLUMNS = [
  "la_name",
  "agreement_version",
  "cohort",
  "signed_fy",
  "start_fy",
  "target_fy",
  "target_means",
  "target_source",
  "clearance_fy",
  "total_funding_gbp_m",
  "status",
  "status_date",
  "source_url",
  "confidence",
  "note",
] as const;

type Row = StrictRow<(typeof COLUMNS)[number]>;

/** That an agreement was signed is known from DfE's page even where nothing else about it is. */
const ONLY_LISTED: Citation = {
  title: "Dedicated schools grant: very high deficit intervention, GOV.UK",
  url: "https://www.gov.uk/government/publications/dedicated-schools-grant-very-high-deficit-intervention",
};

export const agreements = registerFile("agreements", "known terms of the agreements", COLUMNS, (row) => [
  agreementOf(row),
]);

/** `target_fy` is a balance year, a clearance year or the last year, as `target_means` says; never more than one. */
function agreementOf(row: Row): AgreementDraft<PrintedCouncil> {
  const target = row.maybe("target_fy", row.year);
  const means = target === null ? null : row.oneOf("target_means", ["balance", "clearance", "end"] as const);
  const status = row.text("status");
  const source = row.text("source_url");
  return {
    type: "agreement",
    council: councilOf(row),
    version: row.words("agreement_version"),
    cohort: row.year("cohort"),
    from: row.maybe("start_fy", row.year),
    to: means === "end" ? target : null,
    balanceBy: means === "balance" ? target : null,
    balanceBySource: means === "balance" ? row.oneOf("target_source", ["official", "press"] as const) : null,
    clearedBy: row.maybe("clearance_fy", row.year) ?? (means === "clearance" ? target : null),
    total: row.maybe("total_funding_gbp_m", () => row.money("total_funding_gbp_m", "million")),
    status,
    statusDate: row.maybe("status_date", row.partialDate),
    suspended: status !== null && /\bsuspended\b/i.test(status),
    signedOn: null,
    publishedOn: null,
    endedOn: null,
    supersedes: null,
    note: row.text("note"),
    monitoring: null,
    review: null,
    places: {},
    locator: row.locator("agreement_version"),
    citation: source === null ? ONLY_LISTED : citationOf(source),
    confidence: confidenceOf(row),
  };
}
