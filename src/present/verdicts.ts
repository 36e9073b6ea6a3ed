import type { Basis, PlanSource, Scope } from "@/domain/dsg/balance";
import type { Reason, VerdictWord } from "@/domain/verdicts/verdict";
import type { PrismaClient, Verdict as VerdictRow } from "@/generated/prisma/client";
import type { Verdict } from "@/shapes/judgement-shapes";
import { verdictSentence } from "@/wording/verdict";
import { currentFigures } from "./current-figures";
import { evidenceOf, openPlaceBook, type PlaceBook, presentEvidence } from "./place-book";
import { gbpOf, gbpOrNull } from "./pounds";

/** The verdicts that stand, of one council or of all, oldest year first, with whose each is. */
export async function standingVerdicts(
  database: PrismaClient,
  dfeCode?: string,
): Promise<{ readonly dfeCode: string; readonly verdict: Verdict }[]> {
  const rows = await currentFigures(database).verdict.findMany({
    where: dfeCode === undefined ? {} : { dfeCode },
    orderBy: [{ financialYear: "asc" }, { against: "desc" }, { agreementVersion: "asc" }],
  });
  const book = await openPlaceBook(
    database,
    rows.flatMap((row) => evidenceOf(row).places),
  );
  return rows.map((row) => ({ dfeCode: row.dfeCode, verdict: presentVerdict(row, book) }));
}

export function presentVerdict(row: VerdictRow, book: PlaceBook): Verdict {
  const verdict = {
    financialYear: row.financialYear,
    agreementVersion: row.agreementVersion,
    against: row.against as Verdict["against"],
    basis: row.basis as Basis,
    scope: row.scope as Scope,
    baseline: row.baseline,
    promisedGbp: gbpOf(row.promisedPence),
    actualLowGbp: gbpOrNull(row.actualLowPence),
    actualHighGbp: gbpOrNull(row.actualHighPence),
    gapGbp: gbpOrNull(row.gapPence),
    toleranceGbp: gbpOf(row.tolerancePence),
    planSource: row.planSource as PlanSource,
    verdict: row.verdict as VerdictWord,
    ...(row.reason === null ? {} : { reason: row.reason as Reason }),
    ruleVersion: row.ruleVersion,
    checked: row.checked,
    rangeLowGbp: gbpOrNull(row.rangeLowPence),
    rangeHighGbp: gbpOrNull(row.rangeHighPence),
  };
  const { evidence } = presentEvidence(evidenceOf(row).evidence, book);
  return { ...verdict, summary: verdictSentence(verdict), evidence };
}
