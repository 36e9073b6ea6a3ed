import type { ReactElement, SVGAttributes } from "react";
import type { Status } from "@/shapes/api-shapes";

/** The colours of statuses: custom properties on a page, plain colours where there is no style sheet. */
export type StatusPalette = Readonly<Record<Status | "paper" | "ink", string>>;

export const PAGE_STATUS_PALETTE: StatusPalette = {
  missed: "var(--missed)",
  "at-risk": "var(--at-risk)",
  unknown: "var(--unknown)",
  "on-track": "var(--on-track)",
  "no-agreement": "var(--no-agreement)",
  paper: "var(--paper)",
  ink: "var(--ink)",
};

/** A status's shape around 0 0, twelve units across: triangle, diamond, ring, disc or small hollow dot. */
export function statusShape(
  status: Status,
  colour: string,
  own: Pick<SVGAttributes<SVGElement>, "className" | "transform">,
): ReactElement {
  switch (status) {
    case "missed":
      return <path {...own} d="M0 -6 6.5 5H-6.5Z" fill={colour} />;
    case "at-risk":
      return <path {...own} d="M0 -6.6 6.6 0 0 6.6 -6.6 0Z" fill={colour} />;
    case "on-track":
      return <circle {...own} r={5.6} fill={colour} />;
    case "unknown":
      return <circle {...own} r={4.6} fill="none" stroke={colour} strokeWidth={2.2} />;
    case "no-agreement":
      return <circle {...own} r={2.6} fill="none" stroke={colour} strokeWidth={1.3} />;
  }
}
