/**
 * What the sign-in says about the try before.
 *
 * @param problem as the address has it
 * @param minutes how long to wait, as the address has it
 */
export function signInProblem(problem: string, minutes: string): string | null {
  if (problem === "refused") {
    return "The address or the password is not right. Check both and try again. If you have forgotten the password, ask an admin for a new link.";
  }
  if (problem === "wait") {
    const wait = /^\d{1,3}$/.test(minutes) ? Math.max(1, Number(minutes)) : 15;
    return `Too many tries. Wait ${wait === 1 ? "a minute" : `${wait} minutes`} and try again: this slows down anybody who guesses. Nothing is locked.`;
  }
  return null;
}

export function signInDone(done: string): string | null {
  switch (done) {
    case "signed-out":
      return "You are signed out.";
    case "signed-out-everywhere":
      return "You are signed out here and in every other browser.";
    case "password-chosen":
      return "Your password is set. Sign in with it.";
    default:
      return null;
  }
}

export function passwordProblem(problem: string): string | null {
  switch (problem) {
    case "differ":
      return "The two passwords differ. Type the same one twice.";
    case "password":
      return "Choose a password of 12 to 128 characters that doesn't repeat your address or a few letters. Three or four words together do well.";
    default:
      return null;
  }
}
