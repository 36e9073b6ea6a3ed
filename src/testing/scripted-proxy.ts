import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { Agent } from "undici";
import { afterEach, beforeEach } from "vitest";
import type { Fetcher, Validators } from "@/context";
import type { Limits } from "@/io/live-answer";
import { createLiveFetcher } from "@/io/live-fetcher";

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export const NOTHING_KNOWN: Validators = { etag: null, lastModified: null };
/** An address and where a proxy is asked for it. */
export const PAGE = "https://www.gov.uk/api/content/page?x=1";
export const PATH = "/www.gov.uk/api/content/page?x=1";
export const NOW = new Date("2026-11-23T12:00:00Z");

export function send(status: number, headers: Record<string, string> = {}, body: string | Uint8Array = "") {
  return (_: IncomingMessage, response: ServerResponse) => void response.writeHead(status, headers).end(body);
}

/** A loopback server that answers, path by path, what a test gives it; started anew for each test. */
export class ScriptedProxy {
  readonly asked: { path: string; headers: IncomingMessage["headers"]; at: number }[] = [];
  readonly #answers = new Map<string, Answer[]>();
  connections = 0;
  readonly #server: Server = createServer((request, response) => {
    const path = request.url ?? "";
    this.asked.push({ path, headers: request.headers, at: performance.now() });
    const queue = this.#answers.get(path) ?? [];
    const answer = queue.length > 1 ? queue.shift() : queue[0];
    if (answer) answer(request, response);
    else response.writeHead(404).end("no such page");
  }).on("connection", () => {
    this.connections += 1;
  });

  /** The first answer, then the next; the last one stays. */
  given(path: string, ...queue: Answer[]): void {
    this.#answers.set(path, queue);
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get paths(): string[] {
    return this.asked.map(({ path }) => path);
  }

  fetcher(limits: Partial<Limits> = {}): Fetcher {
    return createLiveFetcher({
      proxy: this.address,
      userAgent: "TestTracker/1 (+mailto:someone@example.org)",
      clock: { now: () => NOW },
      limits: { attempts: 2, totalMs: 5_000, idleMs: 5_000, backoffMs: 1, ...limits },
    });
  }

  fetchPage(limits?: Partial<Limits>) {
    return this.fetcher(limits).fetch(PAGE, NOTHING_KNOWN);
  }

  /** A fetcher without a proxy, whose connections to any host come here: `/PATH`, without a host. */
  direct(pauseMs: number, limits: Partial<Limits> = {}): Fetcher {
    const dispatcher = new Agent({
      connect: (_, callback) => {
        const socket: Socket = connect(this.port, "127.0.0.1", () => callback(null, socket));
        socket.once("error", (error) => callback(error, null));
      },
    });
    return createLiveFetcher({
      proxy: null,
      userAgent: "TestTracker/1 (+mailto:someone@example.org)",
      clock: { now: () => NOW },
      pauseMs,
      limits: { attempts: 2, totalMs: 5_000, idleMs: 5_000, backoffMs: 1, ...limits },
      dispatcher,
    });
  }

  async start(port = 0): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(port, "127.0.0.1", resolve));
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

/** A new one before each test around the call. */
export function scriptedProxyForEachTest(): () => ScriptedProxy {
  let proxy: ScriptedProxy;
  beforeEach(async () => {
    proxy = new ScriptedProxy();
    await proxy.start();
  });
  afterEach(() => proxy.stop());
  return () => proxy;
}
