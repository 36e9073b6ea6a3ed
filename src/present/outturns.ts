import type { Basis, Kind, Known, Scope } from "@/domain/dsg/balance";
import type { MissingReason } from "@/domain/published-value";
import type { Outturn as OutturnRow } from "@/generated/prisma/client";
import type { Outturn } from "@/shapes/api-shapes";
import { correctionOf } from "./corrections";
import { compareEditions, type FigureEdition, inItsWords, type SourceBook } from "./figure-source";
import { greatestBy, groupBy } from "./grouping";
import { gbpOf, gbpOrNull } from "./pounds";

const SECTION_251 = "section-251-outturn";
const REGISTER = "evidence-register";
/** What the register's copies call the balances worked back, and the edition that holds those. */
const DERIVED = "derived-balances";
const DERIVED_EDITION = "derived_balances";

/** A row with what decides between rows: which publication and edition it's from. */
export interface HeldOutturn {
  readonly row: OutturnRow;
  readonly publication: string;
  readonly edition: FigureEdition;
  /** The edition of the same publication whose figure this one restates. */
  readonly supersedes: string | null;
}

/**
 * Outturns without repetitions, by date and then publication.
 *
 * A row of the register that only repeats another publication's figure is left out as soon as the
 * original is held for the same council and date: copies are one source (domain.md section 4).
 */
export function heldOutturns(rows: readonly OutturnRow[], book: SourceBook): HeldOutturn[] {
  const originals = new Set<string>();
  for (const row of rows) {
    const original = row.copyOf === null && row.deficitPence !== null ? originalOf(row, book) : null;
    if (original !== null) originals.add(placeOf(row, original));
  }
  const supersedes = restatements(rows, book);
  return rows
    .filter((row) => row.copyOf === null || !originals.has(placeOf(row, row.copyOf)))
    .map((row) => ({
      row,
      publication: book.publicationOf(row),
      edition: book.editionOf(row),
      supersedes: supersedes.get(row) ?? null,
    }))
    .sort(byDate);
}

/** The name by which copies call the publication of this row. */
function originalOf(row: OutturnRow, book: SourceBook): string {
  return isDerivedBalance(book.publicationOf(row), book.editionOf(row)) ? DERIVED : book.publicationOf(row);
}

/** The register's balances worked back from the DfE's percentages of section 251 returns. */
function isDerivedBalance(publication: string, edition: FigureEdition): boolean {
  return publication === REGISTER && edition.key === DERIVED_EDITION;
}

function placeOf(row: OutturnRow, publication: string): string {
  return `${row.dfeCode} ${row.asAt} ${publication}`;
}

function byDate(a: HeldOutturn, b: HeldOutturn): number {
  return (
    a.row.asAt.localeCompare(b.row.asAt) ||
    a.publication.localeCompare(b.publication) ||
    compareEditions(a.edition, b.edition) ||
    a.row.id - b.row.id
  );
}

/** Rows that a later edition of the same publication states anew, by the later row: the key of the edition before. */
function restatements(rows: readonly OutturnRow[], book: SourceBook): Map<OutturnRow, string> {
  const supersedes = new Map<OutturnRow, string>();
  // The register gathers sources of many kinds: two of its rows are two sources, never a restatement.
  const published = rows.filter((row) => book.publicationOf(row) !== REGISTER);
  const versions = groupBy(published, (row) =>
    [placeOf(row, book.publicationOf(row)), row.basis, row.scope].join(" "),
  );
  for (const group of versions.values()) {
    group.sort((a, b) => compareEditions(book.editionOf(a), book.editionOf(b)));
    for (const [index, row] of group.entries()) {
      const before = group[index - 1];
      if (before && before.editionId !== row.editionId) supersedes.set(row, book.editionOf(before).key);
    }
  }
  return supersedes;
}

export function presentOutturn({ row, edition, supersedes }: HeldOutturn, book: SourceBook): Outturn {
  const publishedOn = row.publishedOn ?? edition.publishedOn;
  return {
    asAt: row.asAt,
    asAtInferred: row.asAtInferred,
    deficitGbp: gbpOrNull(row.deficitPence),
    ...(row.errorPence === null ? {} : { errorGbp: gbpOf(row.errorPence) }),
    basis: row.basis as Basis,
    scope: row.scope as Scope,
    after: {
      safetyValve: row.afterSafetyValve as Known,
      stabilityGrant: row.afterStabilityGrant as Known,
      localContribution: row.afterLocalContribution as Known,
    },
    kind: row.kind as Kind,
    edition: edition.key,
    ...(publishedOn === null ? {} : { publishedOn }),
    ...(supersedes === null ? {} : { supersedes }),
    ...(row.missing === null ? {} : { missing: row.missing as MissingReason }),
    ...correctionOf(row, "deficitPence"),
    source: inItsWords(book.sourceOf(row), row.wording),
  };
}

/** Final figures before derived ones before provisional ones; a forecast is no outturn at all. */
const KIND_RANK: Readonly<Record<string, number>> = { outturn: 3, derived: 2, provisional: 1 };
const CONFIDENCE_RANK: Readonly<Record<string, number>> = { high: 3, medium: 2, low: 1 };

/**
 * The outturn to name first: of the newest known year end, on the net basis of the whole grant where
 * there is one, an official figure before a gathered one. A reason for absence only if there is nothing else.
 */
export function latestOutturn(held: readonly HeldOutturn[]): HeldOutturn | null {
  const candidates = held.filter(({ row }) => row.kind in KIND_RANK && !row.asAtInferred);
  return candidates.reduce<HeldOutturn | null>(
    (best, candidate) => (best === null || compareAsLatest(best, candidate) < 0 ? candidate : best),
    null,
  );
}

function compareAsLatest(a: HeldOutturn, b: HeldOutturn): number {
  return (
    rank(a, ({ row }) => row.deficitPence !== null) - rank(b, ({ row }) => row.deficitPence !== null) ||
    a.row.asAt.localeCompare(b.row.asAt) ||
    rank(a, isNetOfWholeGrant) - rank(b, isNetOfWholeGrant) ||
    rank(a, isOfficial) - rank(b, isOfficial) ||
    compareKinds(a, b) ||
    compareEditions(a.edition, b.edition) ||
    (CONFIDENCE_RANK[a.row.confidence ?? ""] ?? 0) - (CONFIDENCE_RANK[b.row.confidence ?? ""] ?? 0) ||
    a.row.id - b.row.id
  );
}

function rank(held: HeldOutturn, holds: (held: HeldOutturn) => boolean): number {
  return holds(held) ? 1 : 0;
}

function compareKinds(a: HeldOutturn, b: HeldOutturn): number {
  return (KIND_RANK[a.row.kind] ?? 0) - (KIND_RANK[b.row.kind] ?? 0);
}

function isNetOfWholeGrant({ row }: HeldOutturn): boolean {
  return row.basis === "net" && row.scope === "dsg";
}

function isOfficial({ publication, edition }: HeldOutturn): boolean {
  return publication !== REGISTER || isDerivedBalance(publication, edition);
}

/**
 * The one source family whose balances may be added up or joined in a line: section 251 returns and
 * what is derived from them. For each council, date, basis and scope one figure: the return itself
 * before its derivation, the newest edition before older ones.
 */
export function section251Family(held: readonly HeldOutturn[]): HeldOutturn[] {
  const family = held.filter(
    ({ row, publication, edition }) =>
      (publication === SECTION_251 || isDerivedBalance(publication, edition)) && row.kind !== "forecast",
  );
  const best = greatestBy(
    family,
    ({ row }) => [row.dfeCode, row.asAt, row.basis, row.scope].join(" "),
    (a, b) =>
      rank(a, ({ publication }) => publication === SECTION_251) -
        rank(b, ({ publication }) => publication === SECTION_251) ||
      compareEditions(a.edition, b.edition) ||
      compareKinds(a, b) ||
      a.row.id - b.row.id,
  );
  return [...best.values()].sort(byDate);
}

/** Net outturns of the whole grant at each year end of which a figure is held, oldest first: one comparable line. */
export function netOfWholeGrant(held: readonly HeldOutturn[]): HeldOutturn[] {
  return section251Family(held).filter(
    (outturn) => isNetOfWholeGrant(outturn) && outturn.row.deficitPence !== null,
  );
}

/** The figures of that line alone. */
export function balanceHistory(held: readonly HeldOutturn[]): { asAt: string; deficitGbp: number }[] {
  return netOfWholeGrant(held).flatMap(({ row }) =>
    row.deficitPence === null ? [] : [{ asAt: row.asAt, deficitGbp: gbpOf(row.deficitPence) }],
  );
}
