import { createHash } from "node:crypto";

/**
 * A digest of what figures say, whoever has checked them and in whatever order they stand: equal for two
 * readings of one document that say the same.
 */
export function figuresDigest(
  rows: readonly { readonly series: string; readonly fingerprint: string }[],
): string {
  const said = rows.map(({ series, fingerprint }) => `${series}\u0000${fingerprint}`).sort();
  return createHash("sha256").update(said.join("\n")).digest("hex");
}
