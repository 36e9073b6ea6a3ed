/** The sentences of a paragraph; a colon or semicolon doesn't end one. */
export function sentencesOf(text: string): string[] {
  return text
    .split(
      /(?<!\b(?:i\.e|e\.g|cf|no|nos|para|paras|approx)\.)(?<=[.!?]["\u2019\u201d)]*)\s+(?=["\u2018\u201c(]?[\p{Lu}\u00a3\d])/u,
    )
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");
}

/** Quotes, dashes and spaces in their plain forms: what words are looked for in. */
export function plainWords(text: string): string {
  return text
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/[\s\u00a0]+/g, " ")
    .trim();
}

/** The department under any of its names. */
export const DEPARTMENT = "(?:DfE|department(?: for education)?|secretary of state)";
/** The council under any of its names. */
export const COUNCIL = "(?:council|authority|LA|borough|city)";
