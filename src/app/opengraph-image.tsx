import { ImageResponse } from "next/og";
import { isPractice } from "./practice";

// Whether this is practice is known when the site starts, not when it is built.
export const dynamic = "force-dynamic";
export const alt =
  "Safety Valve Tracker: what councils promised, what was published, where each figure is from.";
export const size = { width: 1200, height: 630 };
export const contentType = "image/png";

/** Light, whatever the reader's setting: a picture can't ask. The values are those of tokens.css. */
const INK = "#17191b";
const INK_SOFT = "#474c50";
const ACCENT = "#0a5c63";
const PAPER = "#fbfaf6";

/** The card shown where a page without a picture of its own is shared. It holds no figure, so it can't go stale. */
export default function ShareCard() {
  return new ImageResponse(
    <div
      style={{
        ...{ display: "flex", flexDirection: "column", justifyContent: "space-between" },
        ...{ width: 1200, height: 630, padding: "72px 80px 56px" },
        ...{ background: PAPER, color: INK },
      }}
    >
      <div style={{ position: "absolute", top: 0, left: 0, width: 1200, height: 18, background: ACCENT }} />
      <div style={{ display: "flex", alignItems: "center", gap: 26, fontSize: 38 }}>
        <svg width="72" height="57" viewBox="0 0 28 22" role="presentation">
          <path d="M1.5 8.5v12L14 14.5l12.5 6v-12L14 14.5Z" fill={ACCENT} />
          <path d="M14 14.5V3M8.5 2h11" stroke={ACCENT} strokeWidth="2.4" fill="none" />
        </svg>
        Safety Valve Tracker
      </div>
      <div style={{ display: "flex", flexDirection: "column", fontSize: 72, lineHeight: 1.15 }}>
        <span>What councils promised.</span>
        <span>What was published since.</span>
        <span style={{ color: ACCENT }}>Where each figure is from.</span>
      </div>
      <div
        style={{
          ...{ display: "flex", paddingTop: 26, borderTop: `2px solid ${INK}` },
          ...{ fontSize: 30, color: INK_SOFT },
        }}
      >
        {isPractice()
          ? "Practice: every council and every figure is invented."
          : "The 38 safety valve agreements, from public records."}
      </div>
    </div>,
    size,
  );
}
