/** Whether this process serves the practice set: told by whoever started it, never guessed from the figures. */
export function isPractice(): boolean {
  return process.env.SOURCES === "practice";
}
