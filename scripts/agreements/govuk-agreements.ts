import type { AgreementSpecification } from "@/testing/agreements/agreement-specification";
import { fy, inventedAgreement, MILLIONS } from "@/testing/agreements/invented-agreement";
import { REVIEW, SUSPENSIONS } from "@/testing/agreements/invented-texts";
import { signedBy } from "@/testing/agreements/signatories";
import { agreeingTerms } from "./fixture-terms";

const producer = "html";

/** Attachments that are pages themselves: no pages, but the site's own words around them. */
export const GOVUK_AGREEMENTS: readonly AgreementSpecification[] = [
  inventedAgreement("examplewick-page", {
    council: { short: "Examplewick", full: "Examplewick Council" },
    layout: { producer, numbering: "sections" },
  }),
  inventedAgreement("mockwick-page-suspended", {
    ...agreeingTerms(fy("2021-22"), 5, 31.2),
    council: { short: "Mockwick", full: "The London Borough of Mockwick" },
    suspension: SUSPENSIONS[0],
    review: REVIEW,
    signatures: signedBy(4, "2022-03-02", "2022-03-04"),
    layout: { producer, wording: "formal", order: "payments-first", profile: { money: MILLIONS } },
  }),
  inventedAgreement("testwick-page-across", {
    ...agreeingTerms(fy("2023-24"), 4, 8.8),
    council: { short: "Testwick", full: "Testwick Council" },
    signatures: signedBy(1, "2024-03-05", "2024-03-11"),
    layout: {
      ...{ producer, wording: "measured", conditionMarks: "bullets" },
      profile: { years: "across" },
      payments: { footnotes: { [fy("2024-25")]: { style: "raised", text: "1" } } },
    },
  }),
];
