import { writeFigurePlace } from "@/domain/figure-place";
import type { Source } from "@/shapes/api-shapes";

/** The page on which an error in a figure is reported; what may stand in a query is left as it reads. */
export function reportPath(source: Pick<Source, "snapshotSha256" | "locator">): string {
  const place = encodeURIComponent(writeFigurePlace(source as Parameters<typeof writeFigurePlace>[0]));
  return `/report?figure=${place.replaceAll("%3B", ";").replaceAll("%3D", "=")}`;
}
