/** What the database tells the pages when rows have changed: a table, and the council where the table has one. */
export interface PageNews {
  readonly table: string;
  /** DfE code of the council whose rows changed; null for tables about no council. */
  readonly dfeCode: string | null;
}

/** The channel that `tell_pages()` speaks on (prisma/migrations). */
export const PAGE_NEWS = "pages";

/** @param payload `Outturn:885` or `Threshold` */
export function readPageNews(payload: string): PageNews {
  const [table = "", dfeCode] = payload.split(":");
  return { table, dfeCode: dfeCode || null };
}

/**
 * Tables that only a council's own page and the lists show. All others may move a rank, a neighbour or a share of
 * England, which stand on every council's page.
 */
const SHOWN_WITH_ITS_COUNCIL = new Set([
  "AgreementDocument",
  "Change",
  "Condition",
  "CorrectionNote",
  "Event",
  "LocalContribution",
  "Statement",
]);

/**
 * Whether a kept page can still be shown.
 *
 * @param restsOn DfE codes of the councils a page is about; null for a page about all of them
 */
export function isTouched(restsOn: ReadonlySet<string> | null, { table, dfeCode }: PageNews): boolean {
  return restsOn === null || dfeCode === null || restsOn.has(dfeCode) || !SHOWN_WITH_ITS_COUNCIL.has(table);
}

/**
 * The councils a page says it is about: `<meta name="councils" content="885 886"/>`.
 *
 * @returns null when it doesn't say, which means all
 */
export function councilsOf(html: string): ReadonlySet<string> | null {
  const named = /<meta name="councils" content="([^"]*)"/.exec(html)?.[1];
  return named ? new Set(named.split(" ")) : null;
}
