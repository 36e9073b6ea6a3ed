import type { RunState } from "@/shapes/run-shapes";
import { runStateWords } from "@/wording/runs";

const TONES: Readonly<Record<RunState, string>> = {
  queued: "text-ink-soft",
  running: "text-accent",
  ok: "text-on-track",
  partial: "text-at-risk",
  failed: "text-missed",
  cancelled: "text-ink-soft",
  interrupted: "text-at-risk",
};

/** How a run stands: a shape, a colour and a word, so that none has to carry it alone. */
export function RunMark({ state }: { readonly state: RunState }) {
  return (
    <span className={`inline-flex items-baseline gap-2 font-semibold ${TONES[state]}`}>
      <svg viewBox="0 0 12 12" className="size-3 shrink-0 self-center" aria-hidden="true">
        <Shape state={state} />
      </svg>
      {runStateWords(state)}
    </span>
  );
}

function Shape({ state }: { readonly state: RunState }) {
  switch (state) {
    case "ok":
      return <circle cx="6" cy="6" r="5" fill="currentColor" />;
    case "partial":
    case "interrupted":
      return <path d="M6 .5 11.5 6 6 11.5.5 6Z" fill="currentColor" />;
    case "failed":
      return <path d="M6 .8 11.6 11H.4Z" fill="currentColor" />;
    case "running":
      return <path d="M2 1.2 10.8 6 2 10.8Z" fill="currentColor" />;
    case "queued":
    case "cancelled":
      return <circle cx="6" cy="6" r="4.4" fill="none" stroke="currentColor" strokeWidth="1.6" />;
  }
}
