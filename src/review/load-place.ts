import type { Context } from "@/context";
import type { Locator } from "@/domain/provenance";
import type { DrawnPlace } from "@/shapes/place-shapes";
import { drawPlace } from "./draw-place/draw-place";
import { loadReviewEntry } from "./load-review-entry";

/**
 * The place in the document at which a line of a reading stands, drawn. Without a line: the place of what is wrong,
 * or the document's beginning.
 *
 * @returns null when there is no such reading
 */
export async function loadPlace(
  context: Pick<Context, "database" | "snapshots">,
  readingId: number,
  line: number | null,
): Promise<DrawnPlace | null> {
  const entry = await loadReviewEntry(context, readingId);
  if (!entry) return null;
  const bytes = await context.snapshots.read(entry.snapshotSha256);
  if (!bytes) return { kind: "none", why: "The document isn't in the store of documents." };
  const chosen = line === null ? undefined : entry.lines[line];
  const place =
    chosen?.locator ?? (await placeOfFinding(context, readingId)) ?? entry.lines[0]?.locator ?? {};
  const others = entry.lines.filter((other) => other !== chosen).map(({ locator }) => locator as Locator);
  return drawPlace(bytes, place as Locator, others);
}

async function placeOfFinding(
  { database }: Pick<Context, "database">,
  readingId: number,
): Promise<Locator | null> {
  const findings = await database.finding.findMany({
    where: { readingId, resolvedAt: null, severity: { not: "note" } },
    orderBy: { id: "asc" },
  });
  const placed = findings.find(({ locator }) => locator !== null);
  return (placed?.locator ?? null) as Locator | null;
}
