import type { Basis, Kind, Scope } from "@/domain/dsg/balance";
import { WITHOUT_ALLOCATION } from "@/domain/local-authority/local-authority";
import type { National } from "@/shapes/api-shapes";
import type { Councils } from "./councils";
import { type SourceBook, wholeDocument } from "./figure-source";
import { groupBy } from "./grouping";
import { type HeldOutturn, section251Family } from "./outturns";
import { gbpOf } from "./pounds";

/**
 * Deficits and surpluses of councils at each year end, for each basis, scope and kind on its own.
 *
 * From section 251 returns and what is derived from them only. A council expected at that date (it
 * existed and has an allocation) of which no figure is held under any kind is counted as missing.
 *
 * @param signed DfE codes of the councils with a safety valve agreement, whenever they signed it
 */
export function nationalDeficits(
  held: readonly HeldOutturn[],
  councils: Councils,
  signed: Pick<ReadonlySet<string>, "has">,
  book: SourceBook,
): National["deficits"] {
  const family = section251Family(held);
  const known = family.filter(({ row }) => row.deficitPence !== null);
  const knownAt = groupBy(known, comparableTo);

  return [...groupBy(known, (outturn) => `${comparableTo(outturn)} ${outturn.row.kind}`).values()].flatMap(
    (group) => {
      const [first] = group;
      const newest = group.at(-1);
      if (!first || !newest) return [];
      const deficits = group.map(({ row }) => gbpOf(row.deficitPence ?? 0n));
      const inDeficit = deficits.filter((deficit) => deficit > 0);
      const ofSigned = group
        .filter(({ row }) => signed.has(row.dfeCode))
        .map(({ row }) => gbpOf(row.deficitPence ?? 0n))
        .filter((deficit) => deficit > 0);
      const inSurplus = deficits.filter((deficit) => deficit < 0);
      const covered = new Set((knownAt.get(comparableTo(first)) ?? []).map(({ row }) => row.dfeCode));
      const expected = [...councils.existingOn(first.row.asAt)].filter(
        (code) => !WITHOUT_ALLOCATION.has(code),
      );
      const deficitsGbp = sum(inDeficit);
      const surplusesGbp = sum(inSurplus.map((deficit) => -deficit));
      return {
        asAt: first.row.asAt,
        basis: first.row.basis as Basis,
        scope: first.row.scope as Scope,
        kind: first.row.kind as Kind,
        councilsInDeficit: inDeficit.length,
        councilsInSurplus: inSurplus.length,
        councilsMissing: expected.filter((code) => !covered.has(code)).length,
        deficitsGbp,
        surplusesGbp,
        netDeficitGbp: deficitsGbp - surplusesGbp,
        safetyValve: { councilsInDeficit: ofSigned.length, deficitsGbp: sum(ofSigned) },
        source: wholeDocument(book.sourceOf(newest.row)),
      };
    },
  );
}

function comparableTo({ row }: HeldOutturn): string {
  return `${row.asAt} ${row.basis} ${row.scope}`;
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
