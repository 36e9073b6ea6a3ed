import { unzipSync, zipSync } from "fflate";
import type { Fetched, Fetcher } from "@/context";
import { bytesOf, textOf } from "./published-documents";

/** A publisher's documents, some of which the publisher changes and takes back. Their media types stay. */
export class ChangingSite implements Fetcher {
  readonly origin = "live";
  readonly #changed = new Map<string, Uint8Array>();

  constructor(private readonly originals: Fetcher) {}

  /** @throws where there was no such document: a test about it would test nothing */
  async original(url: string): Promise<Uint8Array> {
    const answer = await this.originals.fetch(url, { etag: null, lastModified: null });
    if (answer.kind !== "fetched") throw new Error(`There was no ${url}.`);
    return answer.bytes;
  }

  async change(url: string, content: string | Uint8Array): Promise<void> {
    await this.original(url);
    this.#changed.set(url, typeof content === "string" ? bytesOf(content) : content);
  }

  restore(): void {
    this.#changed.clear();
  }

  async fetch(url: string): Promise<Fetched> {
    const answer = await this.originals.fetch(url, { etag: null, lastModified: null });
    const bytes = this.#changed.get(url);
    return answer.kind === "fetched" && bytes ? { ...answer, bytes } : answer;
  }
}

/** A zip with what it holds under some paths changed. */
export function repacked(
  zip: Uint8Array,
  holds: (path: string) => boolean,
  change: (bytes: Uint8Array) => Uint8Array,
): Uint8Array {
  const files = Object.entries(unzipSync(zip));
  return zipSync(
    Object.fromEntries(files.map(([path, bytes]) => [path, holds(path) ? change(bytes) : bytes])),
    { level: 1 },
  );
}

/** @throws where nothing would change */
export function renamed(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const text = textOf(bytes);
  if (!text.includes(from)) throw new Error(`The document doesn't say "${from}".`);
  return bytesOf(text.replaceAll(from, to));
}
