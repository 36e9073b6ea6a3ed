import type { AgreementSpecification } from "@/testing/agreements/agreement-specification";
import {
  conditions,
  deficits,
  fy,
  inventedAgreement,
  MILLIONS,
  millions,
  UNDER_HEADING,
} from "@/testing/agreements/invented-agreement";
import { REVIEW } from "@/testing/agreements/invented-texts";
import { signedBy } from "@/testing/agreements/signatories";
import { agreeingTerms } from "./fixture-terms";

const producer = "pdfkit";

/** Printed by a PDF library: text word by word, rules drawn by hand, no structure to lean on. */
export const PDFKIT_AGREEMENTS: readonly AgreementSpecification[] = [
  inventedAgreement("testley-one-table-words", {
    ...agreeingTerms(fy("2022-23"), 6, 21.8),
    council: { short: "Testley", full: "Testley Council" },
    profile: deficits("2022-23", [-1.1, 6.4, 12.8, 17.7, 20.6, 21.8]),
    layout: {
      producer,
      runs: "words",
      oneTable: true,
      runningHead: "Draft 3",
      profile: { splitAfter: 4, money: MILLIONS },
      payments: { money: MILLIONS },
    },
  }),
  inventedAgreement("mockfield-first-payment-large", {
    ...agreeingTerms(fy("2022-23"), 5, 20, { share: 0.75 }),
    council: { short: "Mockfield", full: "Mockfield Council" },
    findings: ["implausible-terms"],
    layout: { producer, wording: "measured" },
  }),
  inventedAgreement("samplecombe-last-deficit-low", {
    ...agreeingTerms(fy("2021-22"), 5, 30),
    council: { short: "Samplecombe", full: "Samplecombe District Council" },
    profile: deficits("2021-22", [17.3, 21.9, 20.4, 16.8, 11.2]),
    findings: ["implausible-terms"],
    layout: { producer, wording: "formal" },
  }),
  inventedAgreement("pageworth-no-headings", {
    ...agreeingTerms(fy("2022-23"), 5, 13.7),
    council: { short: "Pageworth", full: "Pageworth Borough Council" },
    review: REVIEW,
    layout: {
      producer,
      headings: false,
      pageNumbers: "plain",
      runningHead: "Agreement with Pageworth Borough Council",
    },
  }),
  inventedAgreement("oldminster-serif-split", {
    ...agreeingTerms(fy("2022-23"), 7, 45.5),
    council: { short: "Oldminster", full: "Royal Borough of Oldminster" },
    conditions: conditions(3, 9),
    layout: {
      ...{
        producer,
        typeface: "Times-Roman",
        yearStyle: "2022 to 2023",
        conditionMarks: "letters",
        pageNumbers: "dashed",
      },
      profile: { splitAfter: 2, headingBroken: true },
      payments: { splitAfter: 5, headRepeated: true },
    },
  }),
  inventedAgreement("exampleminster-small-digits", {
    ...agreeingTerms(fy("2022-23"), 5, 11.4),
    council: { short: "Exampleminster", full: "Exampleminster City Council" },
    layout: {
      ...{ producer, quotes: "straight", wording: "terse" },
      profile: {
        money: MILLIONS,
        footnotes: {
          [fy("2023-24")]: { style: "superscript-character", text: "1" },
          [fy("2024-25")]: { style: "raised", text: "2" },
        },
      },
      payments: { money: UNDER_HEADING, footnotes: { [fy("2022-23")]: { style: "raised", text: "3" } } },
    },
  }),
  inventedAgreement("sandbury-years-stated-short", {
    ...agreeingTerms(fy("2021-22"), 6, 23.5),
    years: { from: fy("2021-22"), to: fy("2024-25") },
    council: { short: "Sandbury", full: "Sandbury Council" },
    layout: {
      ...{ producer, wording: "plain", numbering: "sections" },
      profile: { money: { ...UNDER_HEADING, unit: "pound", decimals: 0, pound: false } },
      payments: { totalRow: true, money: { ...UNDER_HEADING, unit: "pound", decimals: 0, pound: false } },
    },
  }),
  inventedAgreement("testmere-own-money-inside", {
    ...agreeingTerms(fy("2022-23"), 5, 17),
    council: { short: "Testmere", full: "Testmere Council" },
    ownMoney: {
      contributions: [{ year: fy("2023-24"), amount: millions(2.5) }],
      inProfile: "included",
      told: "condition",
    },
    signatures: signedBy(2, null, null),
    layout: { producer, wording: "plain" },
  }),
  inventedAgreement("mockmere-columns-year-ends", {
    ...agreeingTerms(fy("2022-23"), 5, 10.2),
    council: { short: "Mockmere", full: "Mockmere Council" },
    clearedBy: fy("2027-28"),
    layout: {
      ...{ producer, columns: 2, yearStyle: "31 March 2023", fontSize: 9.5 },
      profile: { money: { ...MILLIONS, suffix: " million" } },
      payments: { money: { ...MILLIONS, suffix: " million" } },
    },
  }),
];
