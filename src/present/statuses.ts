import type { Status, VerdictsHidden } from "@/shapes/api-shapes";
import type { CurrentFigures } from "./current-figures";
import { loadVerdictsHidden } from "./verdicts-hidden";

/** Where councils stand as they were last judged. */
export interface Statuses {
  /** When any council was last judged; null: never yet. */
  readonly assessedAt: Date | null;
  /** Null for a council that hasn't been judged yet, or of which that is hidden. */
  statusOf(dfeCode: string): Status | null;
  openFlagsOf(dfeCode: string): number;
  /** Why nothing is shown of what we make of it; null where it is shown. */
  hiddenOf(dfeCode: string): VerdictsHidden | null;
}

export async function loadStatuses(figures: CurrentFigures): Promise<Statuses> {
  const [rows, flags, hidden] = await Promise.all([
    figures.councilStatus.findMany({ select: { dfeCode: true, status: true, assessedAt: true } }),
    figures.flag.findMany({ where: { state: "open" }, select: { dfeCode: true } }),
    loadVerdictsHidden(figures),
  ]);
  const statuses = new Map(rows.map(({ dfeCode, status }) => [dfeCode, status as Status]));
  const open = new Map<string, number>();
  for (const { dfeCode } of flags) open.set(dfeCode, (open.get(dfeCode) ?? 0) + 1);
  const times = rows.map(({ assessedAt }) => assessedAt.getTime());
  return {
    assessedAt: times.length === 0 ? null : new Date(Math.max(...times)),
    statusOf: (dfeCode) => statuses.get(dfeCode) ?? null,
    openFlagsOf: (dfeCode) => open.get(dfeCode) ?? 0,
    hiddenOf: (dfeCode) => hidden.get(dfeCode) ?? null,
  };
}
