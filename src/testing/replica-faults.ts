import { gzipSync } from "node:zlib";
import type { FindingKind } from "@/domain/finding";
import type { Behaviour, Exchange } from "./replica-server";

/** What must come of a fault: which finding, and what it must say; null when nothing is wrong in the end. */
export interface ExpectedFinding {
  readonly kind: FindingKind;
  readonly words: RegExp;
}

export interface Fault {
  readonly what: string;
  readonly behaviour: Behaviour;
  readonly expected: ExpectedFinding | null;
  /** Where it can happen at all; both if not said. */
  readonly at?: Place;
}

/** A page that lists documents, or one of the documents that hold the figures. */
export type Place = "listing" | "document";

/** A fetcher under test is held to these, so that no fault takes a second; the bombs unpack to more. */
export const LIMITS_UNDER_TEST = {
  bytes: 4 * 1024 * 1024,
  totalMs: 700,
  idleMs: 300,
  attempts: 2,
  backoffMs: 1,
  longestRetryAfterMs: 1_000,
} as const;

const unreachable = (words: RegExp): ExpectedFinding => ({ kind: "source-unreachable", words });
const refused = (words: RegExp): ExpectedFinding => ({ kind: "source-refused", words });

const ERROR_PAGE = "<!DOCTYPE html><html><body><h1>Sorry, there is a problem</h1></body></html>";
const STRAY_PDF = "%PDF-1.7\n1 0 obj\nendobj\nstartxref\n9\n%%EOF\n";

/** How a publisher's server, or something on the way to it, can fail: by name, with what must come of it. */
export const FAULTS = {
  "connection-broken": {
    what: "the connection is broken off without an answer",
    behaviour: ({ response }) => void response.socket?.destroy(),
    expected: unreachable(/broken off without an answer/),
  },
  hang: {
    what: "no answer ever comes",
    behaviour: () => undefined,
    expected: unreachable(/no answer within/),
  },
  drip: {
    what: "the document comes a byte at a time",
    behaviour: drip,
    expected: refused(/sent \d+ bytes and wasn't done in time/),
  },
  stall: {
    what: "half of the document comes, then nothing",
    behaviour: ({ response, bytes, mediaType }) => {
      response.writeHead(200, { "content-type": mediaType });
      response.write(bytes.subarray(0, bytes.length / 2));
    },
    expected: refused(/stopped sending after \d+ bytes|sent \d+ bytes and wasn't done/),
  },
  truncated: {
    what: "fewer bytes come than were announced",
    behaviour: ({ response, bytes, mediaType }) =>
      sendRaw(response, bytes.length, mediaType, bytes.subarray(0, bytes.length / 2)),
    expected: refused(/broke off after \d+ of \d+ bytes/),
  },
  "truncated-in-pieces": {
    what: "it comes in pieces and the last one is missing",
    behaviour: ({ response, bytes, mediaType }) => {
      response.writeHead(200, { "content-type": mediaType });
      response.write(bytes.subarray(0, bytes.length / 2), () => response.socket?.end());
    },
    expected: refused(/broke off after \d+ bytes/),
  },
  "truncated-packed": {
    what: "it is packed with gzip and the end is missing",
    behaviour: ({ response, bytes, mediaType }) => {
      const packed = gzipSync(bytes);
      response
        .writeHead(200, { "content-type": mediaType, "content-encoding": "gzip" })
        .end(packed.subarray(0, packed.length / 2));
    },
    expected: refused(/broke off after \d+ bytes/),
  },
  "announced-too-short": {
    what: "fewer bytes are announced than the document has",
    behaviour: ({ response, bytes, mediaType }) =>
      sendRaw(response, Math.floor(bytes.length / 2), mediaType, bytes),
    expected: refused(/breaks off before its end/),
  },
  empty: {
    what: "the answer is empty",
    behaviour: ({ response, mediaType }) => response.writeHead(200, { "content-type": mediaType }).end(),
    expected: refused(/it's empty/),
  },
  "wrong-type": {
    what: "something else is sent under the document's type",
    behaviour: ({ response, mediaType }) =>
      response
        .writeHead(200, { "content-type": mediaType })
        .end(/html|json/.test(mediaType) ? STRAY_PDF : ERROR_PAGE),
    expected: refused(/sent as \S+, but it's a (?:web page|PDF)/),
  },
  oversized: {
    what: "it is larger than any document is",
    behaviour: ({ response, mediaType }) =>
      response
        .writeHead(200, { "content-type": mediaType })
        .end(Buffer.alloc(LIMITS_UNDER_TEST.bytes + 1, " ")),
    expected: refused(/larger than 4 MB/),
  },
  "gzip-bomb": {
    what: "a few bytes unpack to more than any document has",
    behaviour: ({ response, mediaType }) =>
      response
        .writeHead(200, { "content-type": mediaType, "content-encoding": "gzip" })
        .end(gzipSync(Buffer.alloc(4 * LIMITS_UNDER_TEST.bytes))),
    expected: refused(/larger than 4 MB/),
  },
  "redirect-loop": {
    what: "it redirects to itself",
    behaviour: ({ request, response }) =>
      response.writeHead(301, { location: `https:/${request.url}` }).end(),
    expected: refused(/redirects more than 5 times/),
  },
  "redirect-abroad": {
    what: "it redirects to a host that isn't a publisher's",
    behaviour: ({ response }) => response.writeHead(302, { location: "https://elsewhere.example/x" }).end(),
    expected: refused(/redirects to https:\/\/elsewhere\.example, which isn't one/),
  },
  "redirect-to-http": {
    what: "it redirects to plain http",
    behaviour: ({ response }) => response.writeHead(301, { location: "http://www.gov.uk/x" }).end(),
    expected: refused(/redirects to http:\/\/www\.gov\.uk, which isn't one/),
  },
  "not-found": {
    what: "404",
    behaviour: ({ response }) => response.writeHead(404).end("Not found"),
    expected: { kind: "nothing-listed", words: /no such page \(404\)/ },
  },
  gone: {
    what: "410: the publisher has withdrawn it",
    behaviour: ({ response }) => response.writeHead(410).end("Gone"),
    expected: { kind: "nothing-listed", words: /withdrawn it \(410\)/ },
  },
  forbidden: {
    what: "403",
    behaviour: ({ response }) => response.writeHead(403).end("Forbidden"),
    expected: refused(/refuses it \(403\)/),
  },
  "left-alone": {
    what: "429 each time, without saying for how long",
    behaviour: ({ response }) => response.writeHead(429).end(),
    expected: refused(/left alone for a while \(429\)/),
  },
  "left-alone-for-an-hour": {
    what: "429 with an hour's Retry-After",
    behaviour: ({ response }) => response.writeHead(429, { "retry-after": "3600" }).end(),
    expected: refused(/left alone for 60 minutes \(429\)/),
  },
  "left-alone-for-a-moment": {
    what: "429 with a short Retry-After, then the document",
    behaviour: ({ response, time, serve }) =>
      time === 1 ? void response.writeHead(429, { "retry-after": "0.1" }).end() : serve(),
    expected: null,
  },
  "server-fault": {
    what: "500 each time",
    behaviour: ({ response }) => response.writeHead(500).end("Internal server error"),
    expected: refused(/server has a fault \(500\)/),
  },
  "server-fault-once": {
    what: "500, then the document",
    behaviour: ({ response, time, serve }) => (time === 1 ? void response.writeHead(500).end() : serve()),
    expected: null,
  },
  "nothing-changed-unasked": {
    what: "304 where nobody said what is held",
    behaviour: ({ request, response, serve }) => {
      const asked = request.headers["if-none-match"] ?? request.headers["if-modified-since"];
      if (asked === undefined) response.writeHead(304).end();
      else serve();
    },
    expected: refused(/nothing has changed \(304\), which wasn't asked/),
    at: "listing",
  },
} as const satisfies Readonly<Record<string, Fault>>;

export type FaultName = keyof typeof FAULTS;

export const FAULT_NAMES = Object.keys(FAULTS) as readonly FaultName[];

export function faultNamed(name: FaultName): Fault {
  return FAULTS[name];
}

function drip({ response, bytes, mediaType }: Exchange): void {
  response.writeHead(200, { "content-type": mediaType }).flushHeaders();
  let sent = 0;
  const timer = setInterval(() => {
    response.write(bytes.subarray(sent, sent + 1));
    sent += 1;
  }, 20);
  response.on("close", () => clearInterval(timer));
}

/** With an announced length of one's own making, which Node wouldn't send. */
function sendRaw(
  response: Exchange["response"],
  announced: number,
  mediaType: string,
  bytes: Uint8Array,
): void {
  const head = `HTTP/1.1 200 OK\r\ncontent-type: ${mediaType}\r\ncontent-length: ${announced}\r\n\r\n`;
  response.socket?.end(Buffer.concat([Buffer.from(head), bytes]));
}
