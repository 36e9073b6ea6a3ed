const RAW = /<(script|style)\b[^>]*>[\s\S]*?<\/\1\s*>/gi;
const STRUCTURED = /^<script\b[^>]*\btype="application\/ld\+json"/i;
const BEYOND_ASCII = /[^\0-\x7f]/gu;

/**
 * The same page in ASCII: what is beyond is written as references, which mean the same to whoever reads HTML.
 *
 * Of one letter beyond Latin a browser makes every letter of the page two bytes wide, which a phone takes long to
 * read (docs/decisions/0024).
 */
export function asciiPage(html: string): string {
  let ascii = "";
  let end = 0;
  for (const { 0: element, index } of html.matchAll(RAW)) {
    ascii += withReferences(html.slice(end, index));
    // References mean nothing in scripts and styles; of these only data can be written otherwise.
    ascii += STRUCTURED.test(element) ? withEscapes(element) : element;
    end = index + element.length;
  }
  return ascii + withReferences(html.slice(end));
}

function withReferences(html: string): string {
  return html.replace(BEYOND_ASCII, (character) => `&#${character.codePointAt(0)};`);
}

function withEscapes(json: string): string {
  return json.replace(BEYOND_ASCII, (character) =>
    Array.from({ length: character.length }, (_, at) => {
      const unit = character.charCodeAt(at).toString(16).padStart(4, "0");
      return `\\u${unit}`;
    }).join(""),
  );
}
