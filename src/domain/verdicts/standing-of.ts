import type { Standing } from "./held-figures";

/** What is known of where a balance was read. */
export interface SaidBy {
  readonly publicationId: string;
  readonly editionKey: string;
  /** The page that the register cites; null where a figure was read from its publication itself. */
  readonly citationUrl: string | null;
  readonly wording: string | null;
  /** The publication of which the row only repeats a figure. */
  readonly copyOf: string | null;
}

export interface StandingAndFamily {
  readonly standing: Standing;
  readonly family: string;
}

const SECTION_251 = "section-251-outturn";
const REGISTER = "evidence-register";

/**
 * Whose word a balance is, and of which source: figures of one family are one source, not two.
 *
 * Section 251 returns, what is worked back from them and copies of either are one family. All else is told by
 * its citation: an official site or a committee system is the council's word, or its audited accounts where
 * the wording or address says so; the rest is the press. In doubt the lower standing.
 */
export function standingOf(said: SaidBy): StandingAndFamily {
  if (isSection251(said)) return { standing: "section-251", family: "section-251" };
  return { standing: standingOfCitation(said), family: said.copyOf ?? familyOf(said) };
}

/** What the register's copies call the balances worked back from section 251 returns, and the edition that holds those. */
const DERIVED = { copies: "derived-balances", edition: "derived_balances" };

function isSection251({ publicationId, editionKey, copyOf }: SaidBy): boolean {
  return (
    publicationId === SECTION_251 ||
    copyOf === SECTION_251 ||
    copyOf === DERIVED.copies ||
    (publicationId === REGISTER && editionKey === DERIVED.edition)
  );
}

function standingOfCitation({ citationUrl, wording }: SaidBy): Standing {
  const page = citationUrl === null ? null : pageOf(citationUrl);
  if (page === null || !COUNCIL_HOSTS.some((host) => host.test(page.host))) return "press";
  const words = `${wording ?? ""} ${page.path.replace(/%20|[-_/]/g, " ")}`;
  return ACCOUNTS.test(words) && !NOT_YET_AUDITED.test(words) ? "accounts" : "council";
}

/** Councils' own sites, and the systems in which their committees publish papers and minutes. */
const COUNCIL_HOSTS: readonly RegExp[] = [
  /(^|\.)gov\.uk$/,
  /(^|\.)moderngov\.co\.uk$/,
  /(^|\.)cmis\.uk\.com$/,
  /^(?:democracy|moderngov|modgov|councildecisions|councilgateway)\./,
  /(^|\.)(?:opencouncil|opengovernment)\.network$/,
];

const ACCOUNTS = /\b(?:audited (?:\w+ )?accounts|statements? of accounts)\b/i;
const NOT_YET_AUDITED = /\b(?:unaudited|draft|before (?:the )?accounts|not yet audited)\b/i;

/** Uncited rows can't be told apart, so they count as one source between them. */
function familyOf({ publicationId, citationUrl }: SaidBy): string {
  if (citationUrl === null) return publicationId;
  const page = pageOf(citationUrl);
  return page === null ? citationUrl.trim() : `${page.host}${page.path}${page.query}`;
}

interface CitedPage {
  readonly host: string;
  readonly path: string;
  readonly query: string;
}

/**
 * One spelling of an address. The query stays: committee systems name a paper by nothing else
 * (`mgAi.aspx?ID=1`). What only says how to show it, or whose visit it was, goes.
 */
function pageOf(citation: string): CitedPage | null {
  const [address = ""] = citation.trim().split(/\s/);
  if (!URL.canParse(address)) return null;
  const { hostname, pathname, searchParams } = new URL(address);
  const shown = [...searchParams]
    .map(([name, value]) => [name.toLowerCase(), value] as const)
    .filter(([name]) => !/^(?:opt|utm_.*)$/.test(name))
    .map(([name, value]) => `${name}=${value}`)
    .toSorted();
  return {
    host: hostname.toLowerCase().replace(/^www\./, ""),
    path: pathname.replace(/\/\(S\([^)]*\)\)/i, "").replace(/\/+$/, ""),
    query: shown.length === 0 ? "" : `?${shown.join("&")}`,
  };
}
