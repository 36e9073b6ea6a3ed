import { createBundledFetcher } from "@/io/bundled-fetcher";
import { InventedPublisher } from "./test-context";

/** The bundled archive as a publisher whose documents a test can replace. */
export class ArchivePublisher extends InventedPublisher {
  readonly #archive = createBundledFetcher();
  readonly #replaced = new Set<string>();

  constructor(origin: "archive" | "live" = "archive") {
    super(origin);
  }

  override publish(url: string, content: string | Uint8Array, mediaType?: string): void {
    this.#replaced.add(url);
    super.publish(url, content, mediaType);
  }

  /** The archive's own document again. */
  restore(url: string): void {
    this.#replaced.delete(url);
  }

  /** @throws when the archive has no such document: a test about it would test nothing */
  async original(url: string): Promise<Uint8Array> {
    const answer = await this.#archive.fetch(url, { etag: null, lastModified: null });
    if (answer.kind !== "fetched") throw new Error(`The archive has no document ${url}.`);
    return answer.bytes;
  }

  override async fetch(url: string) {
    return this.#replaced.has(url)
      ? super.fetch(url)
      : this.#archive.fetch(url, { etag: null, lastModified: null });
  }
}
