import type { Finding } from "@/domain/finding";
import type { CouncilRegister } from "@/domain/local-authority/council-register";
import { extentOf, isInvented } from "@/domain/local-authority/extent";
import type { LocalAuthority } from "@/domain/local-authority/local-authority";
import type { DraftReading, ImmediatePublication } from "../publication";
import { readLocalAuthorities } from "./read-local-authorities";

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

function checkLocalAuthorities(draft: DraftReading, held: CouncilRegister): Finding[] {
  const authorities = draft.figures.flatMap((figure) =>
    figure.type === "authority" ? [figure.authority] : [],
  );
  const live = authorities.filter(({ validTo }) => validTo === null);
  const findings = [
    ...repeats(live, "DfE code", ({ dfeCode }) => dfeCode),
    ...repeats(authorities, "ONS code", ({ gssCode }) => gssCode),
    ...sharedSlugs(authorities),
    ...mixedUp(authorities, held),
  ];
  const { least, most } = extentOf(authorities).liveCouncils;
  if (live.length < least || live.length > most) {
    findings.push({
      kind: "unexpected-layout",
      severity: "stop",
      message: "The number of live councils can't be right. Nothing of the list is published.",
      expected: least === most ? String(least) : `${least} to ${most}`,
      met: String(live.length),
    });
  }
  return findings;
}

/**
 * Invented councils and real ones never meet: not in one list, and not in one store. A store of real figures that
 * is offered the practice list, or the other way round, is a wrong setting.
 */
function mixedUp(authorities: readonly LocalAuthority[], held: CouncilRegister): Finding[] {
  const invented = authorities.filter(isInvented);
  if (invented.length > 0 && invented.length < authorities.length) {
    return [strangers("Invented councils stand in the list of England.", invented)];
  }
  const stranger = invented.length > 0 ? "the invented councils for practice" : "the councils of England";
  const others = held.authorities.filter((authority) => isInvented(authority) !== invented.length > 0);
  return others.length === 0 || authorities.length === 0
    ? []
    : [
        strangers(
          `The list is of ${stranger}, but the store is of others. Use a database of its own.`,
          others,
        ),
      ];
}

function strangers(what: string, councils: readonly LocalAuthority[]): Finding {
  const names = councils.slice(0, 5).map(({ name, dfeCode }) => `${name} (${dfeCode})`);
  return {
    kind: "council-unexpected",
    severity: "stop",
    message: `${what} Nothing of the list is published.`,
    met: `${names.join(", ")}${councils.length > names.length ? ` and ${councils.length - names.length} more` : ""}`,
  };
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
