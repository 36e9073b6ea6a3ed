import { childMark, inQuotes, ownMoneySentence } from "./agreement-document";
import { proseYearStyle } from "./agreement-layout";
import type { AgreementSpecification, Item } from "./agreement-specification";
import type { AgreementTerms } from "./agreement-terms";

/** The attachment's title, as the publication page would list the agreement. */
export function attachmentTitle({ council, cohort }: AgreementSpecification): string {
  const from = Number(cohort.slice(0, 4));
  return `${council.short}: dedicated schools grant ‘safety valve’ agreement ${from}-${from + 1}`;
}

/** An address such as the publisher gives to files. */
export function attachmentUrl({ name, layout }: AgreementSpecification): string {
  return layout.producer === "html"
    ? `https://www.gov.uk/government/publications/dedicated-schools-grant-very-high-deficit-intervention/${name}`
    : `https://assets.publishing.service.gov.uk/media/${name}/${name}.pdf`;
}

/** What a reader has to make of the document, from what was to be said in it; the print isn't looked at. */
export function termsExpected(specification: AgreementSpecification): AgreementTerms {
  const { profile, payments, ownMoney, signatures, layout } = specification;
  const joined = (items: readonly Item[]) => items.map((item) => joinItem(item, specification, 0)).join(" ");
  const conditions = specification.conditions.map((item) => joinItem(item, specification, 0));
  if (ownMoney?.told === "condition")
    conditions.push(
      inQuotes(ownMoneySentence(specification, proseYearStyle(layout.yearStyle)), layout.quotes),
    );
  const review = joined(specification.review);
  return {
    council: specification.council.short,
    cohort: specification.cohort,
    from: specification.years.from,
    to: specification.years.to,
    balanceBy: specification.balanceBy,
    clearedBy: specification.clearedBy,
    total: specification.total,
    suspended: specification.suspension !== undefined,
    // It binds once the last of them has signed.
    signedOn: signatures.reduce<string | null>(
      (last, { on }) => (on && (!last || on > last) ? on : last),
      null,
    ),
    basis: "gross",
    scope: specification.scope,
    localContributionsInProfile: ownMoney
      ? { included: "included", excluded: "excluded", unknown: "unknown", "outside-by-sum": "excluded" }[
          ownMoney.inProfile
        ]
      : "unknown",
    profile: profile.flatMap(({ year, deficit }) =>
      deficit === "TBC" ? [] : [{ financialYear: year, deficit }],
    ),
    payments: payments
      .map(({ year, amount, instalment }) => ({
        financialYear: year,
        amount: amount === "TBC" ? null : amount,
        covers: instalment ? "instalment" : "year",
      }))
      .sort((a, b) => a.financialYear.localeCompare(b.financialYear)),
    localContributions: (ownMoney?.contributions ?? []).map(({ year, amount }) => ({
      financialYear: year,
      amount,
    })),
    conditions,
    monitoring: joined(specification.monitoring),
    review: specification.suspension
      ? `${review} ${inQuotes(specification.suspension, layout.quotes)}`
      : review,
  };
}

function joinItem({ text, items = [] }: Item, specification: AgreementSpecification, depth: number): string {
  const { layout } = specification;
  return [
    inQuotes(text, layout.quotes),
    ...items.map((item, index) => `${childMark(depth, index)} ${joinItem(item, specification, depth + 1)}`),
  ].join(" ");
}
