import type { Fetcher } from "@/context";
import { createBundledFetcher } from "./bundled-fetcher";
import { practiceStages } from "./practice-stages";

/**
 * The documents that come with the project: the archive, or the practice archive as it last stood.
 *
 * @throws when there is no practice archive
 */
export function bundledDocuments(practice: boolean): Fetcher {
  if (!practice) return createBundledFetcher();
  const last = practiceStages().at(-1);
  if (!last) throw new Error("The practice archive has no stage.");
  return last.fetcher;
}
