import type { Source } from "@/shapes/api-shapes";
import { formatDay } from "./dates";

/**
 * Under a chart that has left the site: whose reading and whose figures, as of when, and where each can be looked up.
 * Never cut, so it's here that a doubt is said.
 */
export function chartSourceLine({
  sources,
  address,
  generatedAt,
  practice,
  checked,
}: {
  readonly sources: readonly Source[];
  /** The whole permanent address of the council's page. */
  readonly address: string;
  readonly generatedAt: string;
  readonly practice: boolean;
  /** Whether a person has confirmed the terms that the sentence beside the chart rests on. */
  readonly checked: boolean;
}): string {
  const reading = `${checked ? "" : "Machine-read, not yet checked. "}Our own reading, not DfE’s. `;
  if (practice) return `Practice: this council and every figure are invented. ${reading}${address}`;
  const names = [
    sources.some(({ publication }) => publication === "section-251-outturn")
      ? "DfE section 251 outturn"
      : null,
    sources.some(({ publication }) => publication === "safety-valve-agreements")
      ? "safety valve agreements"
      : null,
    sources.some(({ publication }) => publication === "evidence-register")
      ? "papers of councils, Parliament and press"
      : null,
  ].filter((name) => name !== null);
  const from = names.length === 0 ? "" : `Sources: ${names.join(", ")}. `;
  return `${reading}${from}As it stood on ${formatDay(generatedAt)}. Each figure with its source: ${address}`;
}
