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

/** "This agreement replaces that of March 2021, under which the council was to ...": what holds no longer. */
export function isOfFormerAgreement(sentence: string): boolean {
  const namesFormer =
    /\b(?:replac\w+|supersed\w+|in place of|updat\w+|amend\w+|extend\w+|var(?:y|ies|ied))\b[^.]{0,60}\bagreement\b|\b(?:previous|earlier|former|original|first|initial|superseded) (?:safety valve )?agreement\b|\bagreement (?:of|signed in|dated|made in) (?:\d{1,2} )?[A-Z][a-z]+ 20\d\d\b/i;
  const tellsPast =
    /\b(?:was|were) (?:to|due|required|expected|meant)\b|\bhad (?:to|agreed|undertaken|promised|been)\b|\b(?:required|committed|expected|promised|undertook|set|planned|provided|agreed|paid)\b[^.]{0,40}\bunder (?:it|that agreement|the (?:previous|earlier|former|original))|\b(?:previously|originally|formerly)\b/i;
  return namesFormer.test(sentence) && tellsPast.test(sentence);
}

/** The department under any of its names. */
export const DEPARTMENT = "(?:DfE|department(?: for education)?|secretary of state)";
/** The council under any of its names. */
export const COUNCIL = "(?:council|authority|LA|borough|city)";
