import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join, normalize } from "node:path";
import { z } from "zod";
import type { Fetched, Fetcher } from "@/context";

const manifestShape = z.object({
  documents: z.array(
    z.object({
      url: z.string(),
      path: z.string(),
      mediaType: z.string(),
      sha256: z.string(),
      title: z.string(),
      publishedOn: z.string().nullable(),
      citation: z.object({ title: z.string(), url: z.string().nullable() }).nullable(),
      note: z.string().nullable(),
    }),
  ),
});

export const ARCHIVE_FOLDER = "archive";

/**
 * Serves the project's bundled copy of what the publishers have published, by the publishers' own
 * addresses, and the project's own CSV files by `repository:` addresses.
 *
 * What the archive doesn't hold is absent, quietly: it holds what could be rebuilt. A file that isn't
 * the one in the manifest is refused.
 *
 * @param manifestFile within the folder; the paths in it are relative to the folder too
 */
export function createBundledFetcher(
  folder: string = ARCHIVE_FOLDER,
  manifestFile = "manifest.json",
): Fetcher {
  let manifest: Promise<Map<string, z.infer<typeof manifestShape>["documents"][number]>> | undefined;
  const load = async () => {
    const text = await readFile(join(folder, manifestFile), "utf8");
    const { documents } = manifestShape.parse(JSON.parse(text));
    return new Map(documents.map((document) => [document.url, document]));
  };

  return {
    origin: "archive",
    async fetch(url): Promise<Fetched> {
      manifest ??= load();
      const entry = (await manifest).get(url);
      if (!entry) return { kind: "absent", reason: "not in the archive" };
      const path = normalize(entry.path);
      if (path.startsWith(".."))
        return { kind: "refused", reason: `the manifest points outside the archive: ${entry.path}` };
      const bytes = await readFile(join(folder, path)).catch(() => null);
      if (!bytes) return { kind: "refused", reason: `the archive's file ${entry.path} is missing` };
      if (createHash("sha256").update(bytes).digest("hex") !== entry.sha256) {
        return {
          kind: "refused",
          reason: `the archive's file ${entry.path} isn't the one in its manifest; rebuild it with "npm run archive" or "npm run practice"`,
        };
      }
      const { mediaType, title, publishedOn, citation, note } = entry;
      return {
        kind: "fetched",
        bytes,
        mediaType,
        etag: null,
        lastModified: null,
        title,
        publishedOn,
        citation,
        note,
      };
    },
  };
}
