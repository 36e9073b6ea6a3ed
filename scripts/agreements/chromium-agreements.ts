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
import { MONITORING, REVIEW, SUSPENSIONS } from "@/testing/agreements/invented-texts";
import { signedBy } from "@/testing/agreements/signatories";
import { agreeingTerms } from "./fixture-terms";

const producer = "chromium";

/** Printed by a browser: paragraphs with hanging marks, forced page ends inside tables, two columns. */
export const CHROMIUM_AGREEMENTS: readonly AgreementSpecification[] = [
  inventedAgreement("exampleshire-conditions-over-pages", {
    conditions: conditions(0, 10),
    monitoring: MONITORING,
    review: REVIEW,
    layout: { producer, numbering: "sections", runningHead: "OFFICIAL", pageNumbers: "of" },
  }),
  inventedAgreement("sampleton-payments-before-profile", {
    ...agreeingTerms(fy("2021-22"), 5, 34.25, { decimals: 2 }),
    council: { short: "Sampleton", full: "The London Borough of Sampleton" },
    balanceBy: fy("2023-24"),
    conditions: conditions(3, 6),
    signatures: signedBy(0, "2022-03-17", "2022-03-21"),
    layout: {
      ...{ producer, wording: "formal", quotes: "straight", yearStyle: "2022/23", order: "payments-first" },
      profile: { money: { ...MILLIONS, decimals: 2 } },
      payments: { money: { ...MILLIONS, decimals: 2 } },
    },
  }),
  inventedAgreement("mockham-split-with-head", {
    ...agreeingTerms(fy("2023-24"), 7, 41.3),
    council: { short: "Mockham", full: "Mockham Metropolitan Borough Council" },
    profile: deficits("2023-24", [-1.2, 9.7, 21.4, 30.3, 36.9, 40.2, 41.3]),
    conditions: conditions(6, 5),
    signatures: signedBy(1, "2024-03-15", "2024-03-20"),
    layout: {
      ...{
        producer,
        wording: "measured",
        pageNumbers: "plain",
        runningHead: "Mockham: ‘safety valve’ agreement",
      },
      profile: {
        ...{ splitAfter: 4, headRepeated: true, headingBroken: true },
        money: { ...MILLIONS, negative: "minus", gap: "\u00a0" },
      },
      payments: { headingBroken: true },
    },
  }),
  inventedAgreement("testbury-split-without-head", {
    ...agreeingTerms(fy("2022-23"), 6, 17.45, { decimals: 3 }),
    council: { short: "Testbury", full: "Testbury City Council" },
    conditions: conditions(1, 4),
    signatures: signedBy(2, "2023-03-02", "2023-03-10"),
    layout: {
      ...{
        producer,
        yearStyle: "2022–23",
        numbering: "sections",
        conditionMarks: "brackets",
        pageNumbers: "dashed",
      },
      profile: { money: { ...UNDER_HEADING, unit: "thousand", decimals: 0, pound: false } },
      payments: { splitAfter: 3, money: { ...UNDER_HEADING, unit: "thousand", decimals: 0, pound: false } },
    },
  }),
  inventedAgreement("oldshire-years-across", {
    ...agreeingTerms(fy("2022-23"), 5, 20.528, { decimals: 3 }),
    council: { short: "Oldshire upon Thames", full: "Royal Borough of Oldshire upon Thames" },
    conditions: conditions(8, 5),
    signatures: signedBy(3, "2023-03-13", null),
    layout: {
      ...{ producer, wording: "formal", conditionMarks: "letters" },
      profile: { years: "across", money: { ...UNDER_HEADING, decimals: 3, pound: false } },
      payments: { years: "across", money: { ...UNDER_HEADING, decimals: 3, pound: false } },
    },
  }),
  inventedAgreement("isle-of-sample-two-columns", {
    ...agreeingTerms(fy("2023-24"), 4, 9.6),
    council: { short: "Isle of Sample", full: "Council of the Isle of Sample" },
    conditions: conditions(2, 7),
    signatures: signedBy(4, "2024-02-29", "2024-03-06"),
    layout: { ...{ producer, wording: "terse", columns: 2, conditionMarks: "bullets" }, fontSize: 10 },
  }),
  inventedAgreement("brook-suspended-footnotes", {
    ...agreeingTerms(fy("2021-22"), 5, 26.7),
    council: { short: "Brook and North East Exampleshire", full: "Brook & North East Exampleshire Council" },
    suspension: SUSPENSIONS[0],
    review: REVIEW,
    signatures: signedBy(0, "2022-03-08", "2022-03-14"),
    layout: {
      ...{ producer, wording: "measured" },
      profile: {
        footnotes: {
          [fy("2022-23")]: { style: "raised", text: "1" },
          [fy("2025-26")]: { style: "raised", text: "2" },
        },
      },
      payments: { money: MILLIONS, footnotes: { [fy("2021-22")]: { style: "raised", text: "3" } } },
    },
  }),
  inventedAgreement("pageshire-nine-years-one-table", {
    ...agreeingTerms(fy("2020-21"), 9, 32.4, { share: 0.31 }),
    council: { short: "Pageshire", full: "Pageshire County Council" },
    conditions: conditions(5, 5),
    signatures: signedBy(1, "2021-03-11", "2021-03-18"),
    layout: {
      ...{ producer, wording: "plain", landscape: true, oneTable: true },
      profile: { money: { ...UNDER_HEADING, unit: "pound", decimals: 0 } },
      payments: { totalRow: true, money: { ...UNDER_HEADING, unit: "pound", decimals: 0 } },
    },
  }),
  inventedAgreement("sampleford-high-needs-borderless", {
    ...agreeingTerms(fy("2022-23"), 5, 14.2),
    council: { short: "Sampleford", full: "Sampleford Borough Council" },
    scope: "high-needs",
    signatures: signedBy(2, "2023-03-03", "2023-03-09"),
    layout: { producer, profile: { borders: false }, payments: { borders: false } },
  }),
  inventedAgreement("testerton-own-money-outside", {
    ...agreeingTerms(fy("2022-23"), 5, 22),
    council: { short: "Testerton", full: "Testerton Council" },
    profile: deficits("2022-23", [13.4, 18.2, 22.1, 24.8, 25.5]),
    ownMoney: {
      contributions: [
        { year: fy("2022-23"), amount: millions(1.5) },
        { year: fy("2023-24"), amount: millions(2) },
      ],
      inProfile: "outside-by-sum",
      told: "paragraph",
    },
    findings: ["implausible-terms"],
    signatures: signedBy(3, "2023-03-01", "2023-03-16"),
    layout: { producer, wording: "formal" },
  }),
  inventedAgreement("newshire-names-oldshire", {
    council: { short: "Newshire", full: "Oldshire County Council" },
    findings: ["name-differs"],
    layout: { producer, wording: "plain", runningHead: "Safety valve programme" },
  }),
  inventedAgreement("exampleford-payments-short", {
    ...agreeingTerms(fy("2022-23"), 5, 18),
    council: { short: "Exampleford", full: "City of Exampleford Council" },
    payments: agreeingTerms(fy("2022-23"), 5, 16.5, { share: 0.43 }).payments,
    findings: ["implausible-terms"],
    layout: { producer, wording: "terse", numbering: "none", conditionMarks: "letters" },
  }),
];
