import { loadMarkup } from "./load-markup";

export type NextData =
  | { readonly kind: "json"; readonly value: unknown }
  | { readonly kind: "none"; readonly reason: string };

/** The JSON that a Next.js page carries with it in `<script id="__NEXT_DATA__">`. */
export function readNextData(html: string): NextData {
  const page = loadMarkup(html);
  if (!page) return { kind: "none", reason: "the page's markup is nested beyond reason" };
  const script = page("script#__NEXT_DATA__").first().text();
  if (script.trim() === "") return { kind: "none", reason: "the page carries no __NEXT_DATA__" };
  try {
    return { kind: "json", value: JSON.parse(script) };
  } catch {
    return { kind: "none", reason: "the page's __NEXT_DATA__ isn't readable JSON" };
  }
}
