import { useId } from "react";
import type { Status } from "@/shapes/api-shapes";
import { HIDDEN } from "@/wording/hiding";
import { statusWord } from "@/wording/status";

const COLOUR = {
  missed: "text-missed",
  "at-risk": "text-at-risk",
  unknown: "text-unknown",
  "on-track": "text-on-track",
  "no-agreement": "text-no-agreement",
} as const satisfies Record<Status, string>;

/** Word, shape and colour together: each alone would do. */
export function StatusMark({
  status,
  hidden = false,
}: {
  readonly status: Status;
  /** A person has hidden what we make of its figures: its status is unknown then. */
  readonly hidden?: boolean;
}) {
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <StatusShapeOnly status={status} />
      <span>{hidden ? HIDDEN : statusWord(status)}</span>
    </span>
  );
}

/** The shape without its word, for a picture whose words stand beside it. */
export function StatusShapeOnly({ status }: { readonly status: Status }) {
  return (
    <svg viewBox="0 0 14 14" className={`size-3.5 shrink-0 ${COLOUR[status]}`} aria-hidden="true">
      <StatusShape status={status} />
    </svg>
  );
}

function StatusShape({ status }: { readonly status: Status }) {
  const hatch = useId();
  switch (status) {
    case "missed":
      return <path d="M7 1.2 13.2 12.4H.8Z" fill="currentColor" />;
    case "at-risk":
      return <path d="M7 .6 13.4 7 7 13.4.6 7Z" fill="currentColor" />;
    case "on-track":
      return <circle cx="7" cy="7" r="5.8" fill="currentColor" />;
    case "unknown":
      return (
        <>
          <pattern
            id={hatch}
            width="3"
            height="3"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <path d="M0 0V3" stroke="currentColor" strokeWidth="1.6" />
          </pattern>
          <circle cx="7" cy="7" r="5.6" fill={`url(#${hatch})`} stroke="currentColor" strokeWidth="1.4" />
        </>
      );
    case "no-agreement":
      return <circle cx="7" cy="7" r="3.2" fill="none" stroke="currentColor" strokeWidth="1.5" />;
  }
}
