import { z } from "zod";

/** What a page of the admin room says once, after a form was sent: how it went, and what was typed if it has to be mended. */
export const saidShape = z.object({
  /** The page that says it. */
  page: z.string(),
  kind: z.enum(["problem", "done"]),
  text: z.string(),
  typed: z.record(z.string(), z.string()),
});
export type Said = z.infer<typeof saidShape>;

export const SAID_COOKIE = "said";

/** @returns null for anything but what this product has written */
export function readSaid(cookie: string | undefined): Said | null {
  if (cookie === undefined) return null;
  try {
    return saidShape.parse(JSON.parse(cookie));
  } catch {
    return null;
  }
}
