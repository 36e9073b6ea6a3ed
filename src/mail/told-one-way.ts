import type { AlertContent } from "@/shapes/alert-shapes";

/** What a message gathers; `matter` as the alert has it, one of its council's. */
export type MailedContent = AlertContent & { readonly matter?: string };

/**
 * Of each matter a message tells either good news or bad. Without a named matter it's the flag that tells which
 * alerts are of one.
 *
 * @throws when one is told both ways: such alerts are folded into one before a message is made of them
 */
export function assertToldOneWay(contents: readonly MailedContent[]): void {
  const good = new Set(contents.filter(({ tone }) => tone === "good").flatMap(matterOf));
  const both = contents
    .filter(({ tone }) => tone === "bad")
    .flatMap(matterOf)
    .find((matter) => good.has(matter));
  if (both !== undefined) throw new Error(`One message tells ${both} both as good and as bad news.`);
}

function matterOf({ matter, council, path }: MailedContent): string[] {
  if (matter !== undefined) return [`${council?.dfeCode ?? "no council"} ${matter}`];
  return path.startsWith("/flags/") ? [path] : [];
}
