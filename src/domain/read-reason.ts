/** As long as a reason for a decision may be, in characters. */
export const LONGEST_REASON = 1_000;

/**
 * The reason for a decision without the blanks around it; or why it's none, in words for the person who decides.
 */
export function readReason(
  reason: string,
): { readonly stated: string } | { readonly stated: null; readonly problem: string } {
  const stated = reason.trim();
  if (stated === "") return { stated: null, problem: "Say why: a decision needs a reason." };
  if (stated.length > LONGEST_REASON) {
    const problem = `Keep the reason to ${LONGEST_REASON} characters; it has ${stated.length}.`;
    return { stated: null, problem };
  }
  return { stated };
}
