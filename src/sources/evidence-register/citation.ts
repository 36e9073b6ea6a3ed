import type { Citation } from "@/domain/provenance";

/**
 * Where a row was taken from, as the register writes it: an address, an address followed by words
 * ("... (page 3)"), or words alone for a paper that is on no page.
 */
export function citationOf(source: string): Citation {
  const [address = "", ...rest] = source.trim().split(/\s+/);
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return { title: source.trim(), url: null };
  return { title: [hostOf(address), ...rest].join(" "), url: address };
}

/** Who speaks on a page: `schoolsweek.co.uk`. */
export function hostOf(address: string): string {
  return new URL(address).hostname.replace(/^www\./, "");
}
