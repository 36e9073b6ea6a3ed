import type { FinancialYear } from "@/domain/financial-year";
import { yearsBetween } from "@/domain/financial-year";
import type { Finding } from "@/domain/finding";
import type { Money } from "@/domain/money";
import type { Locator } from "@/domain/provenance";
import type { TextBlock } from "@/formats/document-layout";
import { amountsIn } from "./printed-amounts";
import { yearsIn } from "./printed-years";
import { COUNCIL, DEPARTMENT, plainWords, sentencesOf } from "./sentences";
import { readFigures } from "./series-figures";
import type { YearSeries } from "./year-tables";

export interface LocalContribution {
  readonly financialYear: FinancialYear | null;
  readonly amount: Money;
  readonly error: Money;
  readonly status: "planned" | "held-in-reserve";
  readonly locator: Locator;
}

const GIVES = new RegExp(
  `\\b${COUNCIL}\\b(?:'s)?[^.]{0,80}\\b(?:contribut\\w+|put\\b[^.]{0,30}\\bmoney|set aside|sets aside|own (?:money|reserves|resources|funds))|\\b(?:contribut\\w+|money)\\b[^.]{0,60}\\bfrom (?:its|the ${COUNCIL}'s)(?: own)? (?:general fund|reserves?|resources|revenue|budget)|\\blocal contributions?\\b`,
  "i",
);

/** The council's own money towards the deficit, by year where the agreement names one. */
export function readLocalContributions(
  tables: readonly YearSeries[],
  texts: readonly TextBlock[],
): { contributions: LocalContribution[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const contributions: LocalContribution[] = [];
  for (const series of tables) {
    const read = readFigures(series, "local contribution");
    findings.push(...read.findings);
    for (const { year, amount, error, locator } of read.figures)
      if (amount > 0) contributions.push({ financialYear: year, amount, error, status: "planned", locator });
  }
  for (const block of texts)
    for (const sentence of sentencesOf(plainWords(block.text)))
      for (const contribution of contributionsIn(sentence, block.place)) {
        const held = contributions.some(
          ({ financialYear, amount }) =>
            financialYear === contribution.financialYear &&
            Math.abs(amount - contribution.amount) <= contribution.error,
        );
        if (!held) contributions.push(contribution);
      }
  return { contributions, findings };
}

function contributionsIn(sentence: string, locator: Locator): LocalContribution[] {
  if (!GIVES.test(sentence) || /\bschools block\b|\bblock transfers?\b|\bcapital\b/i.test(sentence))
    return [];
  if (new RegExp(`\\b${DEPARTMENT}\\b[^.]{0,60}\\b(?:pay|contribut|provid)`, "i").test(sentence)) return [];
  const amounts = amountsIn(sentence);
  const years = yearsIn(sentence);
  const status =
    /\bin (?:a|an|its|the)[^.]{0,30}\breserve\b/i.test(sentence) &&
    /\b(?:held|hold|set aside|kept)\b/i.test(sentence)
      ? "held-in-reserve"
      : "planned";
  return amounts.flatMap(({ amount, roundedWithin, start, end }, index): LocalContribution[] => {
    const until = amounts[index + 1]?.start ?? sentence.length;
    const own = years.filter((year) => year.start >= end && year.start < until);
    const base = { amount, error: roundedWithin, status, locator } as const;
    const between = sentence.slice(end, until);
    const [first, last] = [own[0], own.at(-1)];
    if (
      /\b(?:each|every|per|a) (?:financial )?year\b|\bin each\b|\bannually\b/i.test(between) &&
      first &&
      last &&
      own.length > 1
    ) {
      const named =
        /\bfrom\b|\bbetween\b|\bto\b/i.test(between) && own.length === 2
          ? yearsBetween(first.year, last.year)
          : own.map(({ year }) => year);
      return named.map((financialYear) => ({ financialYear, ...base }));
    }
    // A sum for each of some years that aren't named is no sum of any.
    if (
      /^ (?:each|every|per|a) (?:financial )?year\b|^ annually\b|^ p\.?a\b/i.test(between) &&
      own.length === 0
    )
      return [];
    const leading =
      amounts.length === 1 && own.length === 0 ? years.findLast((year) => year.end <= start) : undefined;
    return [{ financialYear: own.length === 1 ? (first?.year ?? null) : (leading?.year ?? null), ...base }];
  });
}
