import type { OutturnDraft } from "@/domain/dsg/draft-figures";
import { lastDay, yearBefore } from "@/domain/financial-year";
import type { Finding } from "@/domain/finding";
import type { PrintedCouncil } from "@/domain/local-authority/council-register";
import { type Money, magnitude, PENCE_PER, pence } from "@/domain/money";
import type { PublishedValue } from "@/domain/published-value";
import { councilKey } from "../ees/geography";
import type { ReturnLine } from "./return-lines";

type Outturn = OutturnDraft<PrintedCouncil>;

/** Editions in £ million print to £10; two roundings of one sum can differ by that. */
const ROUNDING = pence(10 * PENCE_PER.pound);

/**
 * A council opens a year (line 1.9.2) with what it closed the year before with (1.9.3). Where the two
 * differ, the closing figure has since been corrected, and is marked doubtful.
 *
 * Sizes are compared, not signs: how line 1.9.2 is signed is not verified.
 */
export function doubtCarriedForward(
  outturns: readonly Outturn[],
  brought: readonly ReturnLine[],
  read: (line: ReturnLine) => PublishedValue<Money> | "unreadable",
): { readonly outturns: readonly Outturn[]; readonly findings: readonly Finding[] } {
  const openings = new Map<string, { line: ReturnLine; amount: Money }>();
  for (const line of brought) {
    const figure = line.council ? read(line) : "unreadable";
    if (!line.council || figure === "unreadable" || figure.kind === "missing") continue;
    openings.set(`${lastDay(yearBefore(line.year))} ${councilKey(line.council)}`, {
      line,
      amount: figure.value,
    });
  }

  const differing: { outturn: Outturn; line: ReturnLine }[] = [];
  const compared = outturns.map((outturn) => {
    const opening = openings.get(`${outturn.asAt} ${councilKey(outturn.council)}`);
    if (!opening || outturn.deficit.kind === "missing") return outturn;
    const gap = Math.abs(magnitude(opening.amount) - magnitude(outturn.deficit.value));
    if (gap <= ROUNDING) return outturn;
    differing.push({ outturn, line: opening.line });
    return { ...outturn, checked: false };
  });

  const yearEnds = [...new Set(differing.map(({ outturn }) => outturn.asAt))].sort();
  const findings = yearEnds.map((asAt): Finding => {
    const ofYear = differing.filter(({ outturn }) => outturn.asAt === asAt);
    const names = ofYear.map(({ outturn }) => outturn.council.name);
    const shown = names.slice(0, 10).join(", ");
    return {
      kind: "total-differs",
      severity: "doubt",
      message: `${names.length} ${names.length === 1 ? "council doesn't" : "councils don't"} open the next year with the balance closed at ${asAt}: ${shown}${names.length > 10 ? " and others" : ""}. These balances are shown as doubtful.`,
      expected: "line 1.9.2 equal to line 1.9.3 of the year before",
      ...(ofYear[0] ? { locator: ofYear[0].line.locator } : {}),
    };
  });
  return { outturns: compared, findings };
}
