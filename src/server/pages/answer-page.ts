import type { IncomingMessage, ServerResponse } from "node:http";
import { type KeptPage, type PageCache, type PageEncoding, type RenderedPage, SCRIPTS } from "./page-cache";

/** Longer ones are nobody's filters; they are answered, not kept. */
const LONGEST_ADDRESS = 1024;
/** Beginnings of addresses that are no pages for everybody alike. */
const OTHERS = [
  "/api/",
  "/_next/",
  "/admin",
  "/sign-in",
  "/alerts",
  "/report",
  "/design",
  "/feeds/",
  "/charts/",
];

/**
 * Whether a request asks for a page that everybody sees alike, whole. Next asks itself for parts of pages while
 * somebody goes from one to the next; those depend on where they are.
 */
export function asksForPublicPage({ method, url = "", headers }: IncomingMessage): boolean {
  const path = url.split("?", 1)[0] ?? "";
  return (
    (method === "GET" || method === "HEAD") &&
    url.startsWith("/") &&
    url.length <= LONGEST_ADDRESS &&
    (path === "/design/empty" || !OTHERS.some((beginning) => path.startsWith(beginning))) &&
    (!path.includes(".") || path.startsWith(SCRIPTS)) &&
    headers.rsc === undefined &&
    headers["next-action"] === undefined &&
    headers["next-router-prefetch"] === undefined
  );
}

/** Answers with a page or a page's own script, kept or rendered now, in an encoding the reader takes. */
export async function answerPage(
  pages: PageCache,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const address = request.url ?? "/";
  if (address.startsWith(SCRIPTS)) {
    const script = pages.script(address);
    if (script) sendKept(script, request, response);
    else
      response.writeHead(404, { "content-type": "text/plain", "cache-control": "no-store" }).end("Gone.\n");
    return;
  }
  const answer = await pages.page(address);
  if ("rendered" in answer) sendRendered(answer.rendered, request, response);
  else sendKept(answer.kept, request, response);
}

function sendKept(
  { headers, etag, bodies }: KeptPage,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.setHeader("etag", etag);
  if (named(request.headers["if-none-match"]).includes(etag)) {
    response.writeHead(304).end();
    return;
  }
  const encoding = encodingFor(request.headers["accept-encoding"]);
  const body = bodies[encoding];
  if (encoding !== "identity") response.setHeader("content-encoding", encoding);
  response
    .writeHead(200, { "content-length": body.length })
    .end(request.method === "HEAD" ? undefined : body);
}

const OF_THE_CONNECTION = new Set(["connection", "keep-alive", "transfer-encoding", "content-length"]);

function sendRendered(
  { status, headers, body }: RenderedPage,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  for (const [name, value] of Object.entries(headers)) {
    if (!OF_THE_CONNECTION.has(name)) response.setHeader(name, value);
  }
  response
    .writeHead(status, { "content-length": body.length })
    .end(request.method === "HEAD" ? undefined : body);
}

function named(header: string | undefined): readonly string[] {
  return (header ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
}

/** @param accepted an Accept-Encoding header; what it gives a weight of nought is refused */
export function encodingFor(accepted: string | undefined): PageEncoding {
  const taken = (accepted ?? "")
    .split(",")
    .map((entry) =>
      entry
        .trim()
        .toLowerCase()
        .split(/\s*;\s*q=/),
    )
    .filter(([, weight]) => weight === undefined || Number(weight) > 0)
    .map(([name]) => name);
  if (taken.includes("br")) return "br";
  return taken.includes("gzip") ? "gzip" : "identity";
}
