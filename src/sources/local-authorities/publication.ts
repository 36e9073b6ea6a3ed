import type { Finding } from "@/domain/finding";
import type { LocalAuthority } from "@/domain/local-authority/local-authority";
import type { DraftReading, ImmediatePublication } from "../publication";
import { readLocalAuthorities } from "./read-local-authorities";

/** England had 150 to 153 such councils in the past decade; reorganisations change the number by a few. */
const LIVE_COUNCILS = { least: 100, most: 400 };

export const localAuthorities: ImmediatePublication = {
  id: "local-authorities",
  title: "Local authorities of England",
  publisher: "Department for Education",
  licence: "Open Government Licence v3.0",
  landingPage: "https://explore-education-statistics.service.gov.uk",
  cadence: "when councils are reorganised, usually each April",
  parserVersion: "1",
  readsListing: false,
  fixedDocuments: [
    {
      url: "repository:archive/figures/local_authorities.csv",
      title: "Local authorities of England",
      purpose: "figures",
    },
  ],
  listings: () => [],
  findDocuments: () => ({ documents: [], findings: [] }),
  read: readLocalAuthorities,
  check: checkLocalAuthorities,
  nextExpected: () => null,
};

function checkLocalAuthorities(draft: DraftReading): Finding[] {
  const authorities = draft.figures.flatMap((figure) =>
    figure.type === "authority" ? [figure.authority] : [],
  );
  const live = authorities.filter(({ validTo }) => validTo === null);
  const findings = [
    ...repeats(live, "DfE code", ({ dfeCode }) => dfeCode),
    ...repeats(authorities, "ONS code", ({ gssCode }) => gssCode),
    ...sharedSlugs(authorities),
  ];
  if (live.length < LIVE_COUNCILS.least || live.length > LIVE_COUNCILS.most) {
    findings.push({
      kind: "unexpected-layout",
      severity: "stop",
      message: "The number of live councils can't be right. Nothing of the list is published.",
      expected: `${LIVE_COUNCILS.least} to ${LIVE_COUNCILS.most}`,
      met: String(live.length),
    });
  }
  return findings;
}

function repeats(
  authorities: readonly LocalAuthority[],
  what: string,
  codeOf: (authority: LocalAuthority) => string,
): Finding[] {
  return [...new Set(authorities.map(codeOf))].flatMap((code) => {
    const sharing = authorities.filter((authority) => codeOf(authority) === code);
    return sharing.length > 1 ? [repeat(what, code, sharing)] : [];
  });
}

function repeat(what: string, code: string, sharing: readonly LocalAuthority[]): Finding {
  return {
    kind: "duplicate-row",
    severity: "stop",
    message: `${what} ${code} belongs to more than one entry: ${sharing.map(({ name }) => name).join(", ")}. Nothing of the list is published.`,
    met: code,
  };
}

/** An address names one council for good, so two councils can't share it. */
function sharedSlugs(authorities: readonly LocalAuthority[]): Finding[] {
  const councils = new Map(authorities.map((authority) => [authority.dfeCode, authority]));
  return repeats([...councils.values()], "Address", ({ slug }) => slug);
}
