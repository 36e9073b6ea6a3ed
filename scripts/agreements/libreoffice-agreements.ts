import type { AgreementSpecification } from "@/testing/agreements/agreement-specification";
import {
  conditions,
  deficits,
  fy,
  inventedAgreement,
  MILLIONS,
  millions,
  UNDER_HEADING,
  yearlyPayments,
} from "@/testing/agreements/invented-agreement";
import { MONITORING, REVIEW, SUSPENSIONS } from "@/testing/agreements/invented-texts";
import { signedBy } from "@/testing/agreements/signatories";
import { agreeingTerms } from "./fixture-terms";

const producer = "libreoffice";

/** Printed by a word processor: lists, heads and feet of its own, tables that break where the page ends. */
export const LIBREOFFICE_AGREEMENTS: readonly AgreementSpecification[] = [
  inventedAgreement("mockton-first-cohort", {
    ...agreeingTerms(fy("2020-21"), 5, 24, { share: 0.3 }),
    council: { short: "Mockton", full: "Royal Borough of Mockton" },
    conditions: conditions(0, 9),
    review: REVIEW,
    signatures: signedBy(2, "2021-03-15", "2021-03-17"),
    layout: {
      ...{
        producer,
        conditionMarks: "bullets",
        runningHead: "Mockton safety valve agreement",
        pageNumbers: "of",
      },
      profile: { splitAfter: 3, headRepeated: true },
      spaceBefore: { profile: 385 },
    },
  }),
  inventedAgreement("sampleworth-brackets", {
    ...agreeingTerms(fy("2022-23"), 6, 15.6),
    council: { short: "Sampleworth", full: "Sampleworth Metropolitan Borough Council" },
    profile: deficits("2022-23", [-3.2, -0.8, 4.4, 9.9, 13.8, 15.6]),
    signatures: signedBy(3, "2023-02-28", "2023-03-07"),
    layout: {
      ...{ producer, wording: "formal", numbering: "sections", conditionMarks: "letters" },
      profile: { borders: false, money: { ...UNDER_HEADING, negative: "brackets" } },
    },
  }),
  inventedAgreement("pagebridge-landscape-across", {
    ...agreeingTerms(fy("2021-22"), 7, 29.1),
    council: { short: "Pagebridge", full: "Pagebridge City Council" },
    signatures: signedBy(4, "2022-03-10", "2022-03-22"),
    layout: {
      ...{ producer, wording: "terse", landscape: true, yearStyle: "2022-2023", pageNumbers: "plain" },
      profile: { years: "across", money: MILLIONS, headingBroken: true },
      payments: { years: "across", money: MILLIONS },
    },
  }),
  inventedAgreement("oldbury-first-payment-in-prose", {
    ...inProse("2022-23", 27.5, "prose"),
    council: { short: "Oldbury St Example", full: "Oldbury St Example Council" },
    signatures: signedBy(0, "2023-03-06", "2023-03-15"),
    layout: { producer, wording: "formal", quotes: "straight" },
  }),
  inventedAgreement("newton-prose-and-table", {
    ...inProse("2023-24", 19.5, "both"),
    council: { short: "Newton Mockford", full: "Newton Mockford Borough Council" },
    conditions: conditions(4, 6),
    signatures: signedBy(1, "2024-03-12", "2024-03-19"),
    layout: { producer, wording: "measured", payments: { caption: true }, profile: { caption: true } },
  }),
  inventedAgreement("testhaven-instalments", {
    ...agreeingTerms(fy("2022-23"), 4, 16),
    council: { short: "Testhaven", full: "Testhaven Council" },
    payments: [
      { year: fy("2022-23"), amount: millions(6.4), stated: "table" },
      { year: fy("2023-24"), amount: millions(2.1), stated: "table", instalment: true },
      { year: fy("2023-24"), amount: millions(1.1), stated: "table", instalment: true },
      { year: fy("2024-25"), amount: millions(3.2), stated: "table" },
      { year: fy("2025-26"), amount: millions(3.2), stated: "table" },
    ],
    signatures: signedBy(2, "2023-03-21", "2023-03-20"),
    layout: { producer, wording: "plain", payments: { money: MILLIONS, totalRow: true } },
  }),
  inventedAgreement("exampleton-nil-and-tbc", {
    council: { short: "Exampleton", full: "Exampleton Council" },
    profile: deficits("2022-23", [0, 11.5, 18.2, null, 20.5]),
    payments: yearlyPayments("2022-23", [8.2, 0, 6.1, null, 3.1]),
    signatures: signedBy(3, "2023-03", "2023-03"),
    layout: {
      ...{ producer, wording: "formal" },
      profile: { money: { ...UNDER_HEADING, decimals: 2 } },
      payments: { money: { ...MILLIONS, zero: "nil" } },
    },
  }),
  inventedAgreement("mockshire-suspended", {
    ...agreeingTerms(fy("2022-23"), 5, 38.5),
    council: { short: "Mockshire", full: "Mockshire County Council" },
    suspension: SUSPENSIONS[1],
    conditions: conditions(7, 8),
    monitoring: MONITORING,
    signatures: signedBy(4, "2023-03-09", "2023-03-16"),
    layout: {
      ...{
        producer,
        wording: "formal",
        numbering: "sections",
        pageNumbers: "dashed",
        order: "payments-first",
      },
      payments: { splitAfter: 3, money: MILLIONS },
      spaceBefore: { payments: 440 },
    },
  }),
  inventedAgreement("pageford-marked-figures", {
    ...agreeingTerms(fy("2021-22"), 5, 12.5),
    council: { short: "Pageford", full: "The London Borough of Pageford" },
    signatures: signedBy(0, "2022-03-03", null),
    layout: {
      producer,
      profile: {
        footnotes: {
          [fy("2021-22")]: { style: "bracketed", text: "1" },
          [fy("2024-25")]: { style: "bracketed", text: "2" },
        },
      },
      payments: { money: MILLIONS, footnotes: { [fy("2022-23")]: { style: "asterisk", text: "1" } } },
    },
  }),
  inventedAgreement("sandshire-fewer-rows", {
    ...agreeingTerms(fy("2021-22"), 6, 33.3),
    council: { short: "Sandshire", full: "Sandshire County Council" },
    // The plan for the first years stood elsewhere.
    profile: deficits("2024-25", [29.9, 32.1, 33.3]),
    signatures: signedBy(1, "2022-03-15", "2022-03-23"),
    layout: {
      producer,
      wording: "measured",
      profile: { marksAtYears: true, footnotes: { [fy("2026-27")]: { style: "raised", text: "1" } } },
    },
  }),
];

/** Agreeing terms whose first payment is told in a sentence, or in a sentence and in the table. */
function inProse(from: string, total: number, stated: "prose" | "both") {
  const terms = agreeingTerms(fy(from), 5, total);
  return {
    ...terms,
    payments: terms.payments.map((payment, index) => (index === 0 ? { ...payment, stated } : payment)),
  };
}
