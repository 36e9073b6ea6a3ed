import { createHash } from "node:crypto";

const INLINE_SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script>/gi;

/** @returns null when the policy names no nonce */
export function nonceOf(policy: string): string | null {
  return /'nonce-([^']+)'/.exec(policy)?.[1] ?? null;
}

/**
 * The policy of a page that is kept: the inline scripts that Next wrote are named by their hashes, since a nonce
 * would be the same for every reader.
 *
 * Only scripts that carry the nonce of the rendering are trusted. Whoever smuggled a script into the page could not
 * know it, so that a kept page is as strict as one rendered for a single reader.
 *
 * @param html the page as rendered
 * @param policy the Content-Security-Policy it was rendered with
 * @param nonce the one that policy names
 * @returns the same policy with hashes in place of the nonce
 */
export function policyWithHashes(html: string, policy: string, nonce: string): string {
  const hashes = new Set<string>();
  for (const [, attributes = "", script = ""] of html.matchAll(INLINE_SCRIPT)) {
    const trusted = attributes.includes(`nonce="${nonce}"`) && !/\ssrc=/.test(attributes);
    if (trusted) hashes.add(`'sha256-${createHash("sha256").update(script).digest("base64")}'`);
  }
  return policy
    .split("; ")
    .map((directive) => withHashes(directive, nonce, hashes))
    .join("; ");
}

/** `strict-dynamic` goes too: with it a browser would refuse the page's own files, which carry no hash. */
function withHashes(directive: string, nonce: string, hashes: ReadonlySet<string>): string {
  const [name, ...sources] = directive.split(" ");
  const kept = sources.filter((source) => source !== `'nonce-${nonce}'` && source !== "'strict-dynamic'");
  return [name, ...kept, ...(name === "script-src" ? hashes : [])].join(" ");
}
