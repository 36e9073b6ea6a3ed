import { createHmac, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** A call as somebody who has only read our documentation understands it. */
export interface ReceivedCall {
  readonly path: string;
  readonly key: string;
  readonly body: string;
}

export interface WebhookReceiver {
  readonly url: string;
  /** Whose signature was right and recent; the others were refused. */
  readonly calls: readonly ReceivedCall[];
  readonly refused: readonly string[];
  close(): Promise<void>;
}

const RECENT_S = 5 * 60;

/**
 * Receives webhooks on loopback and checks their signatures by itself: nothing of the product is used.
 *
 * @param secret shown when the webhook was added; asked for at each call, since that is after the address is known
 * @param answer the status for a call that is as it should be; may wait
 */
export async function openWebhookReceiver(
  secret: string | (() => string),
  answer: (call: ReceivedCall) => number | Promise<number> = () => 204,
): Promise<WebhookReceiver> {
  const calls: ReceivedCall[] = [];
  const refused: string[] = [];
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const problem = problemWith(request, body, typeof secret === "string" ? secret : secret());
    if (problem !== null) {
      refused.push(problem);
      response.writeHead(400).end(problem);
      return;
    }
    const call = { path: request.url ?? "", key: String(request.headers["idempotency-key"]), body };
    calls.push(call);
    response.writeHead(await answer(call)).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    refused,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

function problemWith(request: IncomingMessage, body: string, secret: string): string | null {
  const header = String(request.headers["safety-valve-signature"]);
  const parts = new Map(header.split(",").map((part) => part.split("=", 2) as [string, string]));
  const seconds = parts.get("t") ?? "";
  if (Math.abs(Date.now() / 1000 - Number(seconds)) > RECENT_S) return "too old, or without a time";
  const expected = createHmac("sha256", secret).update(`${seconds}.${body}`).digest();
  const given = Buffer.from(parts.get("v1") ?? "", "hex");
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return "wrong signature";
  const { id } = JSON.parse(body) as { id: string };
  return id === request.headers["idempotency-key"] ? null : "the key isn't the id";
}
