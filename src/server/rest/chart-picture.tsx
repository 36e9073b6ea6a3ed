import { createHash } from "node:crypto";
import { ImageResponse } from "next/og";
import type { ChartText } from "@/charts/chart-frame";
import { type ChartSheet, sheetShapes } from "@/charts/chart-sheet";
import { toMarkup } from "@/charts/markup";

/** Pictures made lately: drawing one takes a third of a second, and cards are asked for in bursts. */
const made = new Map<string, Uint8Array<ArrayBuffer>>();
const KEPT = 60;

/**
 * The picture as PNG, twice as fine as its size.
 *
 * The font of `next/og` is in its package, so a machine without fonts draws the same. That renderer loses text
 * within a drawing: the shapes are one image, the texts are laid over it.
 */
export async function chartPicture(sheet: ChartSheet): Promise<Uint8Array<ArrayBuffer>> {
  const drawing = toMarkup(sheetShapes(sheet));
  const key = createHash("sha256").update(drawing).update(JSON.stringify(sheet.texts)).digest("base64url");
  const before = made.get(key);
  if (before) return before;
  const image = new ImageResponse(
    <div style={{ display: "flex", position: "relative", width: sheet.width, height: sheet.height }}>
      {/* biome-ignore lint/performance/noImgElement: satori draws this, no browser. */}
      <img
        alt=""
        width={sheet.width}
        height={sheet.height}
        src={`data:image/svg+xml;base64,${Buffer.from(drawing).toString("base64")}`}
      />
      {sheet.texts.map((text) => (
        <Laid key={text.key} text={text} />
      ))}
    </div>,
    { width: sheet.width, height: sheet.height },
  );
  const bytes = new Uint8Array(await image.arrayBuffer());
  const oldest = made.keys().next().value;
  if (made.size >= KEPT && oldest !== undefined) made.delete(oldest);
  made.set(key, bytes);
  return bytes;
}

/** From the top of a line of this font down to its baseline, in ems, where the line is as high as the font. */
const ASCENT = 0.86;
/** Wider than any text, so that none wraps. */
const ROOM = 1400;

function Laid({ text: { text, x, y, anchor, size, fill, weight } }: { readonly text: ChartText }) {
  const left = anchor === "start" ? x : anchor === "end" ? x - ROOM : x - ROOM / 2;
  const justifyContent = anchor === "start" ? "flex-start" : anchor === "end" ? "flex-end" : "center";
  return (
    <div
      style={{
        ...{ display: "flex", position: "absolute", justifyContent, left, top: y - size * ASCENT },
        ...{ width: ROOM, fontSize: size, lineHeight: 1, color: fill, whiteSpace: "nowrap" },
        // The bundled font has one weight: an edge of its own colour makes it bolder.
        ...(weight >= 600 ? { WebkitTextStroke: `${size * 0.025}px ${fill}` } : {}),
      }}
    >
      {text}
    </div>
  );
}
