import { request as ask, createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import next from "next";
import { systemClock } from "@/io/clock";
import { environment } from "@/io/environment";
import { hearPageNews } from "@/io/hear-page-news";
import { createLog } from "@/io/log";
import { clientAddress, clientAddressHeader } from "@/server/client-address";
import { answerPage, asksForPublicPage } from "@/server/pages/answer-page";
import { createPageCache, type RenderedPage } from "@/server/pages/page-cache";
import { PAGE_NEWS, readPageNews } from "@/server/pages/page-news";

/** Pages say how old things are, in days. */
const KEPT_FOR_MS = 10 * 60_000;
const KEPT_BYTES = 96 * 1024 * 1024;
const RENDERED_WITHIN_MS = 60_000;

const { databaseUrl, settings, variables } = environment("web");
const log = createLog(settings.logLevel);
const app = next({ dev: false, dir: process.cwd(), hostname: "localhost", port: variables.port });
await app.prepare();
const handle = app.getRequestHandler();

/** Next alone, for the cache to ask: on loopback, at a port nobody is told. */
const inner = createServer((request, response) => void handle(request, response));
await new Promise<void>((resolve) => inner.listen(0, "127.0.0.1", resolve));
const innerPort = (inner.address() as AddressInfo).port;
const host = new URL(settings.baseUrl).host;

/** Nothing of the reader's request goes along but the address: what is kept must be for everybody. */
function render(address: string): Promise<RenderedPage> {
  return new Promise((resolve, reject) => {
    const asked = ask(
      {
        host: "127.0.0.1",
        port: innerPort,
        path: address,
        headers: { host, accept: "text/html" },
        timeout: RENDERED_WITHIN_MS,
      },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("error", reject);
        answer.on("end", () =>
          resolve({
            status: answer.statusCode ?? 500,
            headers: answer.headers as RenderedPage["headers"],
            body: Buffer.concat(chunks),
          }),
        );
      },
    );
    asked.on("timeout", () => asked.destroy(new Error(`${address} was not rendered in time`)));
    asked.on("error", reject);
    asked.end();
  });
}

const pages = createPageCache(render, systemClock, { bytes: KEPT_BYTES, milliseconds: KEPT_FOR_MS });
const stopHearing = hearPageNews(databaseUrl, PAGE_NEWS, {
  onListening: () => pages.listen(),
  onNews: (payload) => pages.hear(readPageNews(payload)),
  onDeaf: () => pages.goBlind(),
});

const addressHeader = clientAddressHeader();

/** Next's routes don't see the socket, so the address is told in a header that nobody outside knows. */
function tellAddress({ headers, socket }: IncomingMessage): void {
  const forwarded = headers["x-forwarded-for"];
  const written = Array.isArray(forwarded) ? forwarded.join(",") : forwarded;
  headers[addressHeader] = clientAddress(socket.remoteAddress, written, variables.trustProxy) ?? "";
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  tellAddress(request);
  if (!asksForPublicPage(request)) {
    void handle(request, response);
    return;
  }
  answerPage(pages, request, response).catch((error: unknown) => {
    log.error("A page could not be rendered", { address: request.url, error: String(error) });
    if (response.headersSent) response.destroy();
    else {
      response.writeHead(500, { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" });
      response.end("The page could not be made. Please try again in a moment.\n");
    }
  });
}

const server = createServer(answer);
server.listen(variables.port);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, async () => {
    server.close();
    inner.close();
    server.closeAllConnections();
    await stopHearing();
    await app.close();
    process.exit(0);
  });
}
