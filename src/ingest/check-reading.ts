import type { DraftFigure, Figure } from "@/domain/dsg/draft-figures";
import type { Finding } from "@/domain/finding";
import type { CouncilRegister, PrintedCouncil } from "@/domain/local-authority/council-register";
import type { Origin } from "@/domain/provenance";
import type { DraftReading, HeldAllocation, Publication } from "@/sources/publication";

export interface CheckedFigures {
  readonly figures: readonly Figure[];
  readonly findings: readonly Finding[];
}

/**
 * Finds the council of every figure and holds the reading against the publication's bounds.
 *
 * A row about a council that nobody knows is set aside with a finding, a row whose code and name don't
 * belong together is marked doubtful; the others stand. A finding of severity `stop` means that nothing of the edition may be published.
 */
export function checkReading(
  publication: Publication,
  draft: DraftReading,
  councils: CouncilRegister,
  origin: Origin,
  held: readonly HeldAllocation[] = [],
): CheckedFigures {
  const findings: Finding[] = [...draft.findings];
  const figures: Figure[] = [];
  const odd = new Map<string, Finding>();

  for (const drafted of draft.figures) {
    const figure = withCouncilFound(drafted, councils);
    if (figure.kind === "found") {
      figures.push(figure.figure);
      continue;
    }
    const name = describeCouncil(figure.printed);
    if (figure.kind === "unusual") {
      figures.push({ ...figure.figure, checked: false });
      odd.set(name, {
        kind: "unusual-name",
        severity: "doubt",
        message: `${name} is printed under the code of another name. Its figures are shown as doubtful; add the spelling to the reference list if it's the same council.`,
        expected: councils.current(figure.dfeCode)?.name,
        met: figure.printed.name,
        council: figure.printed.name,
        locator: drafted.locator,
      });
      continue;
    }
    if (odd.has(name)) continue;
    odd.set(name, {
      kind: "unknown-council",
      severity: "doubt",
      message: `${name} isn't a council on the reference list. Its rows were set aside; add the spelling or the code to the reference list to read them.`,
      met: name,
      council: figure.printed.name,
      locator: drafted.locator,
    });
  }

  findings.push(
    ...odd.values(),
    ...publication.check(draft, councils, origin),
    ...(publication.checkAgainstHeld?.(draft, councils, held) ?? []),
  );
  return { figures, findings };
}

type Resolved =
  | { readonly kind: "found"; readonly figure: Figure }
  | {
      readonly kind: "unusual";
      readonly figure: Figure;
      readonly printed: PrintedCouncil;
      readonly dfeCode: string;
    }
  | { readonly kind: "unknown"; readonly printed: PrintedCouncil };

function withCouncilFound(drafted: DraftFigure, councils: CouncilRegister): Resolved {
  if (!("council" in drafted)) return { kind: "found", figure: drafted };
  if (drafted.council === null) return { kind: "found", figure: drafted as Figure };
  const match = councils.find(drafted.council);
  if (match.kind === "unknown") return { kind: "unknown", printed: drafted.council };
  const figure = { ...drafted, council: match.dfeCode } as Figure;
  return match.unusualName
    ? { kind: "unusual", figure, printed: drafted.council, dfeCode: match.dfeCode }
    : { kind: "found", figure };
}

function describeCouncil(printed: PrintedCouncil): string {
  const code = printed.dfeCode ?? printed.gssCode;
  return code ? `"${printed.name}" (${code})` : `"${printed.name}"`;
}
