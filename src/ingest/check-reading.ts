import type { DraftFigure, Figure } from "@/domain/dsg/draft-figures";
import type { Finding } from "@/domain/finding";
import type { CouncilRegister, PrintedCouncil } from "@/domain/local-authority/council-register";
import type { Origin } from "@/domain/provenance";
import type { DraftReading, Publication } from "@/sources/publication";

export interface CheckedFigures {
  readonly figures: readonly Figure[];
  readonly findings: readonly Finding[];
}

/**
 * Finds the council of every figure and holds the reading against the publication's bounds.
 *
 * A row about a council that nobody knows is set aside with a finding; the others stand. A finding
 * of severity `stop` means that nothing of the edition may be published.
 */
export function checkReading(
  publication: Publication,
  draft: DraftReading,
  councils: CouncilRegister,
  origin: Origin,
): CheckedFigures {
  const findings: Finding[] = [...draft.findings];
  const figures: Figure[] = [];
  const unknown = new Map<string, Finding>();

  for (const drafted of draft.figures) {
    const figure = withCouncilFound(drafted, councils);
    if (figure.kind === "found") {
      figures.push(figure.figure);
      continue;
    }
    const name = describeCouncil(figure.printed);
    if (unknown.has(name)) continue;
    unknown.set(name, {
      kind: "unknown-council",
      severity: "doubt",
      message: `${name} isn't a council on the reference list. Its rows were set aside; add the spelling or the code to the reference list to read them.`,
      met: name,
      council: figure.printed.name,
      locator: drafted.locator,
    });
  }

  findings.push(...unknown.values(), ...publication.check(draft, councils, origin));
  return { figures, findings };
}

type Resolved =
  | { readonly kind: "found"; readonly figure: Figure }
  | { readonly kind: "unknown"; readonly printed: PrintedCouncil };

function withCouncilFound(drafted: DraftFigure, councils: CouncilRegister): Resolved {
  if (!("council" in drafted)) return { kind: "found", figure: drafted };
  if (drafted.council === null) return { kind: "found", figure: drafted as Figure };
  const match = councils.find(drafted.council);
  if (match.kind === "unknown") return { kind: "unknown", printed: drafted.council };
  return { kind: "found", figure: { ...drafted, council: match.dfeCode } as Figure };
}

function describeCouncil(printed: PrintedCouncil): string {
  const code = printed.dfeCode ?? printed.gssCode;
  return code ? `"${printed.name}" (${code})` : `"${printed.name}"`;
}
