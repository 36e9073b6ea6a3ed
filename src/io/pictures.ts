import { type Dispatcher, request } from "undici";
import type { Log, Pictures } from "@/context";

const WITHIN_MS = 10_000;
const LARGEST_BYTES = 1024 * 1024;
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** The site's own charts, asked for where everybody else asks for them. A message goes out without one sooner than not at all. */
export function createPictures(settings: { readonly baseUrl: string; readonly log: Log }): Pictures {
  return {
    async councilChart(slug) {
      if (!/^[a-z0-9-]+$/.test(slug)) return null;
      const address = `${settings.baseUrl}/charts/authorities/${slug}.png?form=letter`;
      try {
        const { statusCode, body, headers } = await request(address, {
          headers: { accept: "image/png" },
          signal: AbortSignal.timeout(WITHIN_MS),
        });
        const bytes = await whole(body);
        if (statusCode === 200 && bytes?.subarray(0, PNG.length).equals(PNG)) {
          return { png: bytes, words: wordsIn(headers["picture-description"]) };
        }
        settings.log.warn("A chart for a message can't be used", { address, status: statusCode });
      } catch (error) {
        settings.log.warn("A chart for a message can't be had", { address, error: String(error) });
      }
      return null;
    },
  };
}

/** As the site writes it (server/rest/chart-file.ts): percent-encoded, for headers are ASCII. */
function wordsIn(header: string | string[] | undefined): string | null {
  if (typeof header !== "string" || header === "") return null;
  try {
    return decodeURIComponent(header);
  } catch {
    return null;
  }
}

/** Null for what is larger than any chart. */
async function whole(body: Dispatcher.ResponseData["body"]): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += (chunk as Buffer).byteLength;
    if (size > LARGEST_BYTES) {
      body.on("error", () => undefined).destroy();
      return null;
    }
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}
