import type { Overview } from "@/shapes/overview-shapes";

/** One thing that waits for a person: how many, of what, and where it's decided. */
export interface Waiting {
  readonly count: number;
  readonly what: string;
  readonly where: "review" | "deliveries" | "reports";
}

const KINDS = [
  ["held", "edition held back: nothing of it counts", "editions held back: nothing of them counts"],
  ["notUnderstood", "document not understood", "documents not understood"],
  ["doubtful", "edition published with doubts", "editions published with doubts"],
  [
    "unconfirmed",
    "document of terms read by machine, not yet checked",
    "documents of terms read by machine, not yet checked",
  ],
] as const;

/** What waits for a decision, the most urgent first. */
export function waitingDecisions({ review, heldBatches, reports }: Overview): Waiting[] {
  const readings = KINDS.flatMap(([kind, one, many]) => {
    const count = review[kind];
    return count === 0 ? [] : [{ count, what: count === 1 ? one : many, where: "review" as const }];
  });
  const reported =
    reports.count === 0
      ? []
      : [
          {
            count: reports.count,
            what:
              reports.count === 1 ? "report of an error, not answered" : "reports of errors, not answered",
            where: "reports" as const,
          },
        ];
  if (heldBatches === 0) return [...reported, ...readings];
  const what =
    heldBatches === 1 ? "batch of alerts held until released" : "batches of alerts held until released";
  return [{ count: heldBatches, what, where: "deliveries" }, ...reported, ...readings];
}

/** The sentence that opens the overview: how the machine does and how much waits. */
export function overviewSentence(problems: number, waiting: readonly Waiting[]): string {
  const decisions = waiting.reduce((sum, { count }) => sum + count, 0);
  const wrong =
    problems === 0
      ? "Nothing is broken"
      : problems === 1
        ? "One thing needs a look"
        : `${problems} things need a look`;
  const open =
    decisions === 0
      ? "nothing waits for a decision"
      : decisions === 1
        ? "one decision waits"
        : `${decisions} decisions wait`;
  return `${wrong}, and ${open}.`;
}

/** How a run went, in words. */
export function runStatusWords(status: string): string {
  return RUN_STATUSES[status] ?? status;
}

const RUN_STATUSES: Readonly<Record<string, string>> = {
  running: "Running now",
  ok: "Done",
  partial: "Done, with findings to review",
  failed: "Failed",
  interrupted: "Interrupted",
  cancelled: "Cancelled",
};
