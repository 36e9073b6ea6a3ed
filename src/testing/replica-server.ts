import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Fetcher } from "@/context";

export interface Replica {
  /** For SOURCE_PROXY: `https://HOST/PATH` is answered at `<address>/HOST/PATH`. */
  readonly address: string;
  /** What was asked, as publisher's addresses, in order. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

/** Speaks for all publishers' hosts on loopback, with what a fetcher in memory gives. */
export async function startReplica(documents: Fetcher): Promise<Replica> {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    const url = `https:/${request.url ?? ""}`;
    asked.push(url);
    documents.fetch(url, { etag: null, lastModified: null }).then(
      (answer) => {
        if (answer.kind !== "fetched") {
          response.writeHead(404, { "content-type": "text/plain" }).end("There is no such page.");
          return;
        }
        response.writeHead(200, { "content-type": answer.mediaType }).end(answer.bytes);
      },
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
