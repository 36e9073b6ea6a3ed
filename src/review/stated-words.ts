import { ReviewProblem } from "./review-problem";

/**
 * Words for others to read, without the blanks around them and with plain line breaks.
 *
 * @param what they are, to name them in a problem: "The reply"
 * @throws ReviewProblem when there are none, or too many
 */
export function statedWords(what: string, text: string, longest: number): string {
  const stated = text.replaceAll("\r\n", "\n").trim();
  if (stated === "") throw new ReviewProblem("words", `${what} is missing.`);
  if (stated.length > longest) {
    throw new ReviewProblem(
      "words",
      `${what} may have ${longest} characters at the most; it has ${stated.length}.`,
    );
  }
  return stated;
}
