/** Widths in ems, a little above Public Sans's own, so that what is reckoned to fit does fit. */
const NARROW = 0.34;
const LOWER = 0.58;
const UPPER = 0.72;
const DIGIT = 0.64;

/** How wide a text will be at a size in px, without a browser to measure it. */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const character of text) ems += widthOf(character);
  return ems * size;
}

function widthOf(character: string): number {
  if (/[ .,:;'’|ijlI()]/.test(character)) return NARROW;
  if (/[0-9£±−+]/.test(character)) return DIGIT;
  if (/[mwMW%—]/.test(character)) return 0.92;
  return /[A-Z]/.test(character) ? UPPER : LOWER;
}
