import type { Scope } from "@/domain/dsg/balance";
import type { AgreementLayout } from "./agreement-layout";

/** One way of saying what every agreement says. Years and money come printed; quotes are curly. */
export interface AgreementWording {
  readonly title: (council: string) => readonly string[];
  readonly parties: (council: string, from: string, to: string) => string;
  readonly partiesHeading: string;
  readonly undertakingHeading: string;
  readonly undertaking: (year: string) => string;
  readonly profileIntroduction: string;
  readonly profileCaption: string;
  readonly yearHeading: string;
  readonly deficitHeading: (scope: Scope) => string;
  readonly ownMoney: (parts: string) => string;
  readonly ownMoneyIncluded: string;
  readonly ownMoneyExcluded: string;
  readonly conditionsHeading: string;
  readonly conditionsIntroduction: string;
  readonly monitoringHeading: string;
  readonly departmentHeading: string;
  readonly total: (amount: string) => string;
  readonly firstPayment: (amount: string, year: string, yearEnd: string) => string;
  readonly paymentsIntroduction: string;
  readonly paymentsCaption: string;
  readonly paymentHeading: string;
  readonly clearance: (year: string) => string;
  readonly reviewHeading: string;
  readonly signaturesHeading: string;
  readonly signed: (council: string) => string;
}

const deficitOf = (scope: Scope) => (scope === "high-needs" ? "high needs deficit" : "DSG deficit");

export const WORDINGS: Readonly<Record<AgreementLayout["wording"], AgreementWording>> = {
  plain: {
    title: (council) => ["Dedicated schools grant ‘safety valve’ agreement:", council],
    parties: (council, from, to) =>
      `This agreement is made by the Department for Education (the department) with ${council} (the authority). It covers the financial years from ${from} to ${to}.`,
    partiesHeading: "The agreement",
    undertakingHeading: "What the authority undertakes",
    undertaking: (year) =>
      `The authority will bring its dedicated schools grant (DSG) account to a positive in-year balance by the end of ${year}, and will keep one in every year that follows.`,
    profileIntroduction:
      "Leaving aside whatever the department pays under this agreement, the authority plans for these deficits at the end of each financial year:",
    profileCaption: "Table: planned deficits before any payment by the department",
    yearHeading: "Year",
    deficitHeading: (scope) => `Forecast ${deficitOf(scope)} at year end`,
    ownMoney: (parts) => `The authority will put money of its own towards the deficit: ${parts}.`,
    ownMoneyIncluded: "The deficits planned above already count the authority’s own money.",
    ownMoneyExcluded: "The deficits planned above do not count the authority’s own money.",
    conditionsHeading: "Conditions",
    conditionsIntroduction: "Payment depends on the authority meeting the following conditions:",
    monitoringHeading: "Monitoring",
    departmentHeading: "What the department undertakes",
    total: (amount) => `The department will pay the authority ${amount} of additional DSG in total.`,
    firstPayment: (amount, year) =>
      `Of this, ${amount} will be paid before the end of the financial year ${year}.`,
    paymentsIntroduction:
      "As long as the conditions are met, the department will pay additional DSG by the end of each financial year as follows:",
    paymentsCaption: "Table: payments by the department",
    paymentHeading: "Additional DSG paid by year end",
    clearance: (year) =>
      `With these payments the authority’s cumulative deficit should be gone by the end of ${year}.`,
    reviewHeading: "Review",
    signaturesHeading: "Signatures",
    signed: (council) => `Signed for the department and for ${council}:`,
  },
  formal: {
    title: (council) => [`‘Safety valve’ agreement between the Department for Education and ${council}`],
    parties: (council, from, to) =>
      `The Secretary of State for Education (“DfE”) and ${council} (“the Council”) hereby agree the terms set out below in respect of the financial years ${from} to ${to}.`,
    partiesHeading: "Parties and term",
    undertakingHeading: "Undertaking of the Council",
    undertaking: (year) =>
      `The Council shall, no later than the end of the financial year ${year} and in each financial year thereafter, attain a positive in-year balance on its DSG account.`,
    profileIntroduction:
      "The cumulative deficit shall not be higher at any year end than shown below. The amounts exclude every contribution that DfE makes by virtue of this agreement.",
    profileCaption: "Deficit profile (excluding contributions from DfE)",
    yearHeading: "Financial year",
    deficitHeading: (scope) => `Cumulative ${deficitOf(scope)} forecast at year end`,
    ownMoney: (parts) => `The Council shall contribute from its own reserves ${parts}.`,
    ownMoneyIncluded: "The forecast above includes the Council’s contributions from its own reserves.",
    ownMoneyExcluded: "The forecast above excludes the Council’s contributions from its own reserves.",
    conditionsHeading: "Conditions of this agreement",
    conditionsIntroduction: "The Council shall take the actions listed here:",
    monitoringHeading: "Monitoring and reporting",
    departmentHeading: "Undertaking of DfE",
    total: (amount) =>
      `DfE shall pay to the Council, subject to the terms of this agreement, additional DSG amounting to ${amount}.`,
    firstPayment: (amount, _year, yearEnd) => `A first sum of ${amount} shall be paid by ${yearEnd}.`,
    paymentsIntroduction: "Payment shall be made by the end of the financial years shown:",
    paymentsCaption: "Schedule of payments (additional DSG)",
    paymentHeading: "Additional DSG payable by DfE by year end",
    clearance: (year) => `It is intended that no cumulative deficit remains at the end of ${year}.`,
    reviewHeading: "Review of this agreement",
    signaturesHeading: "Signatories",
    signed: () => "Signed on behalf of the parties:",
  },
  measured: {
    title: (council) => [council, "Agreement under the DSG ‘safety valve’ programme"],
    parties: (council, from, to) =>
      `${council} and the Department for Education (DfE) have agreed a plan for the council’s dedicated schools grant (DSG). It applies to each financial year from ${from} to ${to}.`,
    partiesHeading: "Who agrees, and for how long",
    undertakingHeading: "The council’s plan",
    undertaking: (year) =>
      `By the end of the financial year ${year} the council will have reached a positive in-year balance on its DSG account; it will also have one at the end of every later year.`,
    profileIntroduction:
      "Until then the council expects the deficit to develop as the next table shows. Contributions by DfE under this agreement are left out of the table.",
    profileCaption: "How the deficit is expected to develop without contributions by DfE",
    yearHeading: "Financial year",
    deficitHeading: (scope) => `${deficitOf(scope).replace(/^h/, "H")} expected at the end of the year`,
    ownMoney: (parts) => `The council will itself contribute ${parts} to the reduction of the deficit.`,
    ownMoneyIncluded:
      "What the council contributes itself has been taken into account in the table of deficits.",
    ownMoneyExcluded:
      "What the council contributes itself is not taken into account in the table of deficits.",
    conditionsHeading: "What the council will do",
    conditionsIntroduction: "To carry out its plan the council agrees to do all of the following:",
    monitoringHeading: "How progress is monitored",
    departmentHeading: "DfE’s contribution",
    total: (amount) => `DfE will contribute a total of ${amount} in additional DSG.`,
    firstPayment: (amount) =>
      `DfE will pay ${amount} of additional DSG before the end of the current financial year.`,
    paymentsIntroduction: "DfE’s contributions are planned to reach the council by the end of these years:",
    paymentsCaption: "When DfE contributes",
    paymentHeading: "DfE’s contribution (additional DSG) by the end of the year",
    clearance: (year) =>
      `The council and DfE expect that the cumulative deficit will be eliminated by the end of the financial year ${year}.`,
    reviewHeading: "When the agreement is reviewed",
    signaturesHeading: "Signed by",
    signed: () => "For both sides:",
  },
  terse: {
    title: (council) => [`${council}: DSG ‘safety valve’ agreement`],
    parties: (council, from, to) =>
      `Agreement of DfE with ${council} (the LA) for financial years ${from} to ${to}.`,
    partiesHeading: "Scope",
    undertakingHeading: "LA undertaking",
    undertaking: (year) =>
      `Positive in-year balance on the LA’s DSG account to be reached by the end of ${year} and held in each subsequent year.`,
    profileIntroduction:
      "Maximum cumulative deficit at the end of each year, before DfE contributions under this agreement:",
    profileCaption: "Deficit before DfE contributions",
    yearHeading: "Year",
    deficitHeading: (scope) => `Planned ${deficitOf(scope)}`,
    ownMoney: (parts) => `The LA contributes from its general fund ${parts}.`,
    ownMoneyIncluded: "Planned deficits are after the LA’s own contributions.",
    ownMoneyExcluded: "Planned deficits are before the LA’s own contributions.",
    conditionsHeading: "Actions",
    conditionsIntroduction: "The LA agrees to:",
    monitoringHeading: "Reporting",
    departmentHeading: "DfE undertaking",
    total: (amount) => `DfE agrees to pay ${amount} of additional DSG over the life of this agreement.`,
    firstPayment: (amount, year) => `${amount} is payable by the end of ${year}.`,
    paymentsIntroduction: "Subject to progress, DfE pays additional DSG in these years:",
    paymentsCaption: "DfE payments",
    paymentHeading: "DfE payment",
    clearance: (year) => `Cumulative deficit to be cleared by the end of ${year}.`,
    reviewHeading: "Review",
    signaturesHeading: "Signed",
    signed: (council) => `For DfE and ${council}:`,
  },
};
