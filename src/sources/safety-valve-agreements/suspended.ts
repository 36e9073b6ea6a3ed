import type { Locator } from "@/domain/provenance";
import type { TextBlock } from "@/formats/document-layout";
import { DEPARTMENT, plainWords, sentencesOf } from "./sentences";

const HELD_BACK =
  /\b(?:suspend(?:ed|ing)?|withh(?:eld|olding)|paused|on hold|held back|stopped|not be(?:ing)? (?:made|paid))\b/i;
const PAYMENTS = new RegExp(
  `\\b(?:payments?|instal+ments?|funding|additional DSG|agreement|${DEPARTMENT}'s contributions?)\\b`,
  "i",
);
/** A clause of what might come, or of what has been. */
const CONDITIONAL =
  /\b(?:if|may|might|could|can|would|should|where|unless|when(?:ever)?|in the event|reserves? the right|subject to|shall be entitled|is entitled|any (?:payment|suspension)|no longer|not (?:be )?(?:suspended|withheld|paused)|never|lifted|were suspended|had been)\b/i;
const NOW =
  /\b(?:is|are|have been|has been|remains?|will be|being)\b(?: [\w-]+){0,3}? (?:suspended|withheld|paused|on hold|held back|stopped|not being (?:made|paid))\b|\b(?:has|have) (?:suspended|withheld|paused)\b|\bis (?:suspending|withholding|pausing)\b|\bsuspends\b/i;

/** Whether the document says that payments are held back now; a clause that they may be says nothing. */
export function readSuspended(blocks: readonly TextBlock[]): Locator | null {
  for (const block of blocks)
    for (const sentence of sentencesOf(plainWords(block.text))) {
      if (!HELD_BACK.test(sentence) || !PAYMENTS.test(sentence) || !NOW.test(sentence)) continue;
      const said = NOW.exec(sentence);
      const clause = said ? sentence.slice(0, said.index + said[0].length) : sentence;
      if (CONDITIONAL.test(clause) || /\b(?:if|unless|in the event)\b/i.test(sentence)) continue;
      // "Payments will be suspended" is about now only while something else is under way.
      if (
        /\bwill be\b/i.test(said?.[0] ?? "") &&
        !/\b(?:until|while|pending|during|currently|now|with immediate effect|from the date)\b/i.test(
          sentence,
        )
      )
        continue;
      return block.place;
    }
  return null;
}
