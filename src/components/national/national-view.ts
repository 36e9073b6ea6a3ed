import type { Programme, Status } from "@/shapes/api-shapes";
import type { StandingRow } from "@/shapes/standings-shape";

/** Which councils are shown, and of which year. */
export interface NationalView {
  readonly programme: Programme | null;
  readonly status: Status | null;
  readonly region: string | null;
  /** Null: as it stands now. */
  readonly year: string | null;
}

/** Whether a council is among those asked for; where nothing is asked, every one is. */
export function isChosen(
  { programme, status, region }: Omit<NationalView, "year">,
  council: Pick<StandingRow, "programme" | "status" | "region">,
): boolean {
  return (
    (programme === null || council.programme === programme) &&
    (status === null || council.status === status) &&
    (region === null || council.region === region)
  );
}

/**
 * The councils of the ranked list: those that were asked for; and where nobody asked for a programme or a status,
 * of those the ones that signed.
 */
export function rankedOf(view: NationalView, councils: readonly StandingRow[]): StandingRow[] {
  const asked = view.programme !== null || view.status !== null;
  return councils.filter(
    (council) => isChosen(view, council) && (asked || council.programme === "safety-valve"),
  );
}

/**
 * First the councils whose gap to the promise can be told, the furthest above it first; then the others, the largest
 * net deficit first. What isn't held comes last, by name.
 */
export function rankByGap(councils: readonly StandingRow[]): StandingRow[] {
  const keys = ({ verdict, netOutturn }: StandingRow) => [
    verdict?.gapGbp ?? Number.NEGATIVE_INFINITY,
    netOutturn?.deficitGbp ?? Number.NEGATIVE_INFINITY,
  ];
  return [...councils].sort((a, b) => {
    const [left, right] = [keys(a), keys(b)];
    const differing = left.findIndex((key, index) => key !== right[index]);
    return differing < 0
      ? a.name.localeCompare(b.name, "en-GB")
      : (right[differing] ?? 0) > (left[differing] ?? 0)
        ? 1
        : -1;
  });
}
