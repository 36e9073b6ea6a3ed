import { ReviewProblem } from "./review-problem";

/**
 * A web address without the blanks around it.
 *
 * @throws ReviewProblem when it isn't one
 */
export function statedAddress(url: string): string {
  const address = url.trim();
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) {
    throw new ReviewProblem(
      "source",
      `"${address}" isn't a web address. It begins with https://, or is left out.`,
    );
  }
  return address;
}
