import { createHash } from "node:crypto";
import { wakePage } from "./wake-page";

const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script>/gi;
const SCRIPT_PRELOAD = /<link rel="preload" as="script"[^>]*\/>/gi;
/** What Next's script is to make the page of: the whole page once more, for nobody who only reads. */
const TOLD = /^\(?self\.__next_f\b/;

/** A page that can be read at once, and what its script needs when somebody begins to use it. */
export interface SleepingPage {
  readonly html: string;
  /** A file of its own; null when the page has no script that waits. */
  readonly told: { readonly address: string; readonly text: string } | null;
}

/**
 * Takes Next's script out of a page, and puts in what brings it when it's wanted (docs/decisions/0024).
 *
 * Only scripts that carry the nonce of the rendering are touched.
 *
 * @param html the page as rendered
 * @param nonce of that rendering
 * @param folder the beginning of the address under which what was told will be found
 */
export function sleepingPage(html: string, nonce: string, folder: string): SleepingPage {
  const mark = `nonce="${nonce}"`;
  const files: string[] = [];
  const told: string[] = [];
  const asleep = html
    .replace(SCRIPT_PRELOAD, (link) => (link.includes(mark) ? "" : link))
    .replace(SCRIPT, (script, attributes: string, text: string) => {
      if (!attributes.includes(mark) || /\bnoModule\b/i.test(attributes)) return script;
      const file = /\ssrc="([^"]+)"/.exec(attributes)?.[1];
      if (file !== undefined) files.push(file.replaceAll("&amp;", "&"));
      else if (TOLD.test(text)) told.push(text);
      else return script;
      return "";
    });
  const end = asleep.lastIndexOf("</body>");
  if (told.length === 0 || end === -1) return { html, told: null };
  const text = `${told.join(";\n")};\n`;
  const name = createHash("sha256").update(text).digest("base64url").slice(0, 27);
  const address = `${folder}${name}.js`;
  const list = JSON.stringify([address, ...files]).replaceAll("<", "\\u003c");
  const waker = `<script ${mark}>(${wakePage.toString()})(${list})</script>`;
  return { html: `${asleep.slice(0, end)}${waker}${asleep.slice(end)}`, told: { address, text } };
}
