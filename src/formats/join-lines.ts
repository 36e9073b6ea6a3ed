/** First parts of words that keep their hyphen where a line ends in it. */
const COMPOUNDS =
  /(?:^|[\s(\u2018\u201c])(?:in|pre|post|co|non|multi|re|mid|high|low|long|short|well|cross|sub|two|three|four|five|one|self|part|full|year|end|mental|early|area|local|top|needs|year|decision|evidence|inter|early|data|school|whole|child|cost|follow|step|set|build|on|off|out|over|under|up|down)-$/i;

/**
 * Lines of one paragraph as one line of text: hyphens that only end a line are taken out, years and words
 * broken at their own hyphen stay whole.
 *
 * @param vocabulary the words of the document: they tell a compound from a word that was cut
 */
export function joinedLines(lines: readonly string[], vocabulary: ReadonlySet<string> = new Set()): string {
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .reduce((text, line) => (text === "" ? line : joinTwo(text, line, vocabulary)), "")
    .replace(/\u00ad/g, "")
    .replace(/[\s\u00a0]+/g, " ")
    .trim();
}

function joinTwo(text: string, line: string, vocabulary: ReadonlySet<string>): string {
  if (text.endsWith("\u00ad")) return text.slice(0, -1) + line;
  if (/\d[-\u2010-\u2015\u2212/]$/.test(text) && /^\d/.test(line)) return text + line;
  if (/\p{L}\/$/u.test(text) && /^\p{L}/u.test(line)) return text + line;
  if (/\p{L}[-\u2010]$/u.test(text) && /^\p{Ll}/u.test(line)) {
    const word = /[\p{L}\p{N}-]+[-\u2010]$/u.exec(text)?.[0].slice(0, -1) ?? "";
    const next = /^[\p{L}\p{N}-]+/u.exec(line)?.[0] ?? "";
    if (vocabulary.has(`${word}-${next}`.toLowerCase())) return `${text.slice(0, -1)}-${line}`;
    if (vocabulary.has(`${word}${next}`.toLowerCase())) return text.slice(0, -1) + line;
    const isCompound =
      word.includes("-") ||
      COMPOUNDS.test(`${word}-`) ||
      vocabulary.has(word.toLowerCase()) ||
      vocabulary.has(next.toLowerCase());
    return isCompound ? `${text.slice(0, -1)}-${line}` : text.slice(0, -1) + line;
  }
  if (/\p{L}[-\u2010]$/u.test(text) && /^\p{Lu}/u.test(line)) return text + line;
  return `${text} ${line}`;
}

/** Every word of the lines, lower case, but those that a line's end has cut. */
export function vocabularyOf(lines: readonly string[]): Set<string> {
  const words = new Set<string>();
  let wasCut = false;
  for (const line of lines) {
    const found = [
      ...line
        .toLowerCase()
        .matchAll(/\p{L}[\p{L}\p{N}]*(?:[-\u2010]\p{L}[\p{L}\p{N}]*)*(?![-\u2010\u00ad\p{L}])/gu),
    ];
    for (const [word] of wasCut ? found.slice(1) : found) words.add(word.replaceAll("\u2010", "-"));
    wasCut = /[-\u2010\u00ad]\s*$/.test(line);
  }
  return words;
}
