import type { RequestContext } from "../context";
import { type Slip, sealSlip } from "./slip";

/**
 * The path of a page with what a form hands to it.
 *
 * @param place the part of the page to go to
 */
export function pathWithSlip(
  context: Pick<RequestContext, "secrets" | "clock">,
  path: string,
  slip: Slip,
  place?: string,
): string {
  return `${path}?slip=${sealSlip(context, slip)}${place === undefined ? "" : `#${place}`}`;
}

/** Where what is wrong with a form is listed. */
export const PROBLEMS = "problems";

export function managePath(token: string): string {
  return `/alerts/manage/${encodeURIComponent(token.slice(0, 200) || "unknown")}`;
}
