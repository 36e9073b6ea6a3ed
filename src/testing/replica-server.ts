import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Fetched, Fetcher } from "@/context";

export interface Replica {
  /** For SOURCE_PROXY: `https://HOST/PATH` is answered at `<address>/HOST/PATH`. */
  readonly address: string;
  /** What was asked, as publisher's addresses, in order. */
  readonly asked: readonly string[];
  /** From now on what matches is answered so, until `mend`. */
  fail(addresses: RegExp, behaviour: Behaviour): void;
  /** Everything is served as it is again. */
  mend(): void;
  close(): Promise<void>;
}

/** One request at an address that was told to fail, and what would rightly be sent. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** How often the address was asked since it was told to fail, this time included. */
  readonly time: number;
  /** Sends what would rightly be sent. */
  serve(): void;
}

export type Behaviour = (exchange: Exchange) => void;

/**
 * Speaks for all publishers' hosts on loopback, with what a fetcher in memory gives: documents with ETag
 * and Last-Modified, 304 where these still hold, 404 for everything else, robots.txt included.
 */
export async function startReplica(documents: Fetcher): Promise<Replica> {
  const asked: string[] = [];
  const faults: { addresses: RegExp; behaviour: Behaviour; times: Map<string, number> }[] = [];

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const url = `https:/${request.url ?? ""}`;
    asked.push(url);
    const found = await documents.fetch(url, { etag: null, lastModified: null });
    const serve = () => serveDocument(found, request, response);
    const fault = faults.find(({ addresses }) => addresses.test(url));
    if (!fault) return serve();
    const time = (fault.times.get(url) ?? 0) + 1;
    fault.times.set(url, time);
    const { bytes, mediaType } =
      found.kind === "fetched" ? found : { bytes: new Uint8Array(), mediaType: "text/plain" };
    fault.behaviour({ request, response, bytes, mediaType, time, serve });
  };
  const server: Server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    fail: (addresses, behaviour) => void faults.push({ addresses, behaviour, times: new Map() }),
    mend: () => void faults.splice(0),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function serveDocument(found: Fetched, request: IncomingMessage, response: ServerResponse): void {
  if (found.kind !== "fetched") {
    response.writeHead(404, { "content-type": "text/plain" }).end("There is no such page.");
    return;
  }
  const digest = createHash("sha256").update(found.bytes).digest();
  const etag = `"${digest.toString("hex").slice(0, 16)}"`;
  const lastModified = new Date(Date.UTC(2026, 0, 1) + digest.readUInt16BE() * 1000).toUTCString();
  const { "if-none-match": sameTag, "if-modified-since": since } = request.headers;
  const unchanged = sameTag === undefined ? since === lastModified : sameTag === etag;
  const validators = { etag, "last-modified": lastModified };
  if (unchanged) response.writeHead(304, validators).end();
  else response.writeHead(200, { ...validators, "content-type": found.mediaType }).end(found.bytes);
}
