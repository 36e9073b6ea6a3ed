import type { FinancialYear } from "@/domain/financial-year";
import { InventedPublisher } from "../test-context";
import type { AgreementLayout } from "./agreement-layout";
import { deficits, fy, inventedAgreement, millions, yearlyPayments } from "./invented-agreement";
import { printAgreement } from "./print-agreement";

const PATH = "/government/publications/dedicated-schools-grant-very-high-deficit-intervention";
const REFERENCE_LIST = "repository:archive/figures/local_authorities.csv";

/** What differs between the agreements of many invented councils. */
export interface ManyTerms {
  /** DfE's total in £ million: 40% at once, the rest in four equal parts. */
  readonly total: number;
  readonly balanceBy: FinancialYear;
}

const STARTS = ["Example", "Sample", "Mock", "Test", "Draft", "Specimen", "Pretend", "Madeup"];
const ENDS = ["shire", "ton", "ham", "bury", "ford", "wick", "combe", "field", "by", "worth"];
const LAYOUTS: readonly Partial<AgreementLayout>[] = [
  {},
  { wording: "formal" },
  { order: "payments-first" },
  { quotes: "straight", wording: "terse" },
];

/** An invented council for each number from 0 to 159, with a code that no real one has. */
export function manyCouncil(number: number) {
  const letter = number < 99 ? "X" : "Y";
  const dfeCode = `${letter}${String((number % 99) + 1).padStart(2, "0")}`;
  const start = STARTS[number % STARTS.length] ?? "";
  const end = ENDS[Math.floor(number / STARTS.length) % ENDS.length] ?? "";
  const name = `${start}${end}${number >= STARTS.length * ENDS.length ? " North" : ""}`;
  return { dfeCode, gssCode: `X99${String(number + 1).padStart(6, "0")}`, name };
}

/** A reference list of invented councils only, to be read instead of England's. */
export function publishReferenceList(bundled: InventedPublisher, councils: number): void {
  const head =
    "dfe_code,gss_code,name,region,region_code,type,status,valid_from,valid_to,predecessor_gss,successor_gss,aliases,centroid_lat,centroid_lng,source";
  const rows = Array.from({ length: councils }, (_, number) => {
    const { dfeCode, gssCode, name } = manyCouncil(number);
    return `${dfeCode},${gssCode},${name},Practice,X12000001,county,live,2009-01-01,,,,,52.0,-1.0,https://example.org/`;
  });
  bundled.publish(REFERENCE_LIST, `${[head, ...rows].join("\n")}\n`, "text/csv");
}

export function agreementAddress(number: number): string {
  const hex = (number + 1).toString(16).padStart(24, "0");
  return `https://assets.publishing.service.gov.uk/media/${hex}/agreement.pdf`;
}

/** The terms of one of many, unless it's told otherwise. */
export function termsOfMany(number: number): ManyTerms {
  return { total: 10 + number, balanceBy: fy(number % 2 === 0 ? "2025-26" : "2024-25") };
}

/** DfE's page with an agreement of each of many invented councils, in several layouts. */
export async function manyAgreements(councils: number): Promise<InventedPublisher> {
  const site = new InventedPublisher("live");
  const attachments = [];
  for (let number = 0; number < councils; number += 1) {
    await publishAgreement(site, number, termsOfMany(number));
    attachments.push({
      attachment_type: "file",
      content_type: "application/pdf",
      id: `agreement-${number}.pdf`,
      title: `${manyCouncil(number).name}: dedicated schools grant ‘safety valve’ agreement 2022-2023`,
      url: agreementAddress(number),
    });
  }
  site.publish(
    `https://www.gov.uk/api/content${PATH}`,
    JSON.stringify({
      base_path: PATH,
      title: "Dedicated schools grant: very high deficit intervention",
      schema_name: "publication",
      public_updated_at: "2026-04-01T16:04:00+01:00",
      details: { attachments, change_history: [] },
    }),
  );
  return site;
}

/** Puts an agreement where it is listed; the one that was there is replaced. */
export async function publishAgreement(
  site: InventedPublisher,
  number: number,
  { total, balanceBy }: ManyTerms,
): Promise<void> {
  const { name } = manyCouncil(number);
  const part = Number((total * 0.15).toFixed(2));
  const rises = [0.6, 0.8, 0.9, 0.95, 1].map((share) => Number((total * share).toFixed(2)));
  const specification = inventedAgreement(`many-${number}`, {
    council: { short: name, full: `${name} Council` },
    balanceBy,
    profile: deficits("2022-23", rises),
    total: millions(total),
    payments: yearlyPayments("2022-23", [Number((total * 0.4).toFixed(2)), part, part, part, part]),
    layout: {
      ...LAYOUTS[number % LAYOUTS.length],
      profile: { money: { unit: "million", decimals: 2, pound: true, suffix: "", negative: "hyphen" } },
      payments: { money: { unit: "million", decimals: 2, pound: true, suffix: "", negative: "hyphen" } },
    },
  });
  site.publish(agreementAddress(number), await printAgreement(specification), "application/pdf");
}
