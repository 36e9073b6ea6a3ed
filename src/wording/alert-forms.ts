/** What is wrong with what somebody typed on the pages about alerts, and what to do about it. */

export const NO_EMAIL = "Enter your e-mail address";
export const NOT_AN_EMAIL = "Enter an e-mail address like name@example.org";
export const NO_COUNCIL = "Choose at least one council, or all of them";
export const NO_KIND = "Choose at least one kind of news";
export const NO_URL = "Enter the address that is to be called";
export const LINK_IS_DEAD = "This link opens nothing any more. Ask for a new one";

export function unknownCouncilWords(typed: string): string {
  return `We know no council “${typed}”. Try part of its name, or its code`;
}

export function severalCouncilsWords(typed: string): string {
  return `“${typed}” could be several councils. Tick the ones you mean`;
}

/** @param minutes until it may be tried again, at least 1 */
export function waitWords(minutes: number): string {
  return `That is more than we send in so short a time. Try again ${inMinutes(minutes)}`;
}

/** "in a minute", "in 40 minutes", "in about 3 hours", "tomorrow" */
export function inMinutes(minutes: number): string {
  if (minutes <= 1) return "in a minute";
  if (minutes < 90) return `in ${minutes} minutes`;
  const hours = Math.round(minutes / 60);
  return hours < 20 ? `in about ${hours} hours` : "tomorrow";
}
