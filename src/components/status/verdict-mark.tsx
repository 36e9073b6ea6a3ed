import type { Status } from "@/shapes/api-shapes";
import type { Verdict } from "@/shapes/judgement-shapes";
import { verdictWord } from "@/wording/verdict";
import { StatusShapeOnly } from "./status-mark";

type Marked = Pick<Verdict, "verdict" | "planSource" | "baseline">;

/** A verdict's word with the shape of what it can lead to. */
export function VerdictMark({ verdict }: { readonly verdict: Marked }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <StatusShapeOnly status={shapeOf(verdict)} />
      <span>{verdictWord(verdict.verdict)}</span>
    </span>
  );
}

/** Green is for what the agreement itself plans; a signing year has no colour at all. */
export function shapeOf({ verdict, planSource, baseline }: Marked): Status {
  if (baseline) return "no-agreement";
  switch (verdict) {
    case "missed":
    case "missed-at-least":
      return "missed";
    case "above-plan":
      return "at-risk";
    case "met":
    case "within-tolerance":
      return planSource === "agreement" ? "on-track" : "no-agreement";
    default:
      return "unknown";
  }
}
