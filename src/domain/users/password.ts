/** Length is what makes a password hard to guess; signs and digits asked for make people write it down. */
export const SHORTEST_PASSWORD = 12;
/** Longer ones cost time to hash and protect nobody better. */
export const LONGEST_PASSWORD = 128;

/**
 * What is wrong with a password somebody chose, in words for them; null: nothing.
 *
 * @param email of the person; a password that repeats it is the first that is tried
 */
export function passwordFault(password: string, email: string): string | null {
  const length = [...password].length;
  if (length < SHORTEST_PASSWORD) {
    return `Choose a password of at least ${SHORTEST_PASSWORD} characters. Three or four words together do well.`;
  }
  if (length > LONGEST_PASSWORD) return `Choose a password of at most ${LONGEST_PASSWORD} characters.`;
  const plain = password.toLowerCase();
  if (plain.includes(email.toLowerCase()) || new Set(plain).size < 5) {
    return "Choose a password that is harder to guess: this one repeats your address, or a few letters.";
  }
  return null;
}
