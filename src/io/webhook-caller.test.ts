import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import { afterEach, describe, expect, it } from "vitest";
import type { Resolve } from "./webhook-address";
import { createWebhookCaller } from "./webhook-caller";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

async function listening(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const answering = (status: number, headers: Record<string, string> = {}) =>
  listening((_, response) => response.writeHead(status, headers).end("thank you"));
const at = (...addresses: string[]): Resolve => {
  return async () => addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
};
const userAgent = "TestTracker/1 (+mailto:someone@example.org)";
const onLoopback = createWebhookCaller({
  userAgent,
  addresses: { loopback: true },
  limits: { totalMs: 1_000 },
});
const resolving = (resolve: Resolve, loopback = false) =>
  createWebhookCaller({ userAgent, addresses: { resolve, loopback }, limits: { totalMs: 1_000 } });
const call = { body: '{"id":"1"}', headers: { "idempotency-key": "1" } };

describe("calling a webhook", () => {
  it("posts the body as JSON, by name, with what it was given", async () => {
    let seen: object = {};
    const address = await listening((request, response) => {
      let body = "";
      request.on("data", (chunk) => {
        body += chunk;
      });
      request.on("end", () => {
        const { method, url, headers } = request;
        seen = { method, url, headers, body };
        response.end();
      });
    });
    expect(await onLoopback.call({ ...call, url: `${address}/hook?a=b` })).toEqual({
      kind: "accepted",
      status: 200,
    });
    expect(seen).toMatchObject({
      method: "POST",
      url: "/hook?a=b",
      body: '{"id":"1"}',
      headers: {
        "user-agent": userAgent,
        "content-type": "application/json; charset=utf-8",
        "idempotency-key": "1",
        "content-length": "10",
      },
    });
  });

  it.each([
    [200, "accepted", null],
    [202, "accepted", null],
    [204, "accepted", null],
    [301, "refused", true],
    [302, "refused", true],
    [307, "refused", true],
    [400, "refused", false],
    [401, "refused", false],
    [404, "refused", false],
    [410, "refused", true],
    [429, "refused", false],
    [500, "refused", false],
    [503, "refused", false],
  ])("takes %i as %s (for good: %s)", async (status, kind, permanent) => {
    const url = await answering(
      status,
      status > 300 && status < 310 ? { location: "http://127.0.0.1:1/" } : {},
    );
    const outcome = await onLoopback.call({ ...call, url });
    expect(outcome.kind).toBe(kind);
    if (outcome.kind === "refused") {
      expect(outcome.permanent).toBe(permanent);
      expect(outcome.reason).toContain(String(status));
    }
  });

  it("never follows a redirect, not even to the same place", async () => {
    let calls = 0;
    const address = await listening((_, response) => {
      calls += 1;
      response.writeHead(307, { location: "/" }).end();
    });
    expect(await onLoopback.call({ ...call, url: address })).toMatchObject({
      kind: "refused",
      permanent: true,
    });
    expect(calls).toBe(1);
  });

  it.each<[what: string, listener: RequestListener, reason: RegExp]>([
    ["says nothing", () => undefined, /no answer within 1 s/],
    ["begins an answer and says no more", (_, response) => void response.writeHead(200).write("a"), /^$/],
    ["hangs up", (request) => request.destroy(), /cut/],
    ["sends endless headers", (request) => endlessHeaders(request.socket), /failed|cut/],
  ])("doesn't wait for somebody who %s", async (_, listener, reason) => {
    const url = await listening(listener);
    const begun = performance.now();
    const outcome = await onLoopback.call({ ...call, url });
    expect(performance.now() - begun).toBeLessThan(5_000);
    if (reason.source === "^$") expect(outcome).toEqual({ kind: "accepted", status: 200 });
    else
      expect(outcome).toMatchObject({
        kind: "refused",
        permanent: false,
        reason: expect.stringMatching(reason),
      });
  });

  it("reads no more than 64 KB of an answer", async () => {
    let sent = 0;
    const url = await listening((_, response) => {
      const more = () => {
        while (!response.destroyed && response.write("x".repeat(16_384))) sent += 16_384;
      };
      response.on("drain", more);
      more();
    });
    expect(await onLoopback.call({ ...call, url })).toEqual({ kind: "accepted", status: 200 });
    expect(sent).toBeLessThan(8 * 1024 * 1024); // what the machine's buffers take
  });

  it("says that nobody listens", async () => {
    const url = await answering(200);
    servers.splice(0).forEach((server) => void server.close());
    expect(await onLoopback.call({ ...call, url })).toMatchObject({
      kind: "refused",
      permanent: false,
      reason: "nobody listens there",
    });
  });
});

describe("whom a webhook may call", () => {
  const strict = resolving(at("93.184.215.14"));

  it.each([
    ["plain http", "http://example.org/hook", /https:/],
    ["plain http on this machine", "http://127.0.0.1/hook", /https:/],
    ["another protocol", "ftp://example.org/hook", /https:/],
    ["a script", "javascript:alert(1)", /https:/],
    ["no address at all", "example.org/hook", /web address/],
    ["a password in it", "https://user:secret@example.org/hook", /password/],
    ["a name in it", "https://user@example.org/hook", /password/],
    ["too long a one", `https://example.org/${"a".repeat(2_000)}`, /web address/],
    ["loopback", "https://127.0.0.1/hook", /open internet/],
    ["loopback, written as one number", "https://2130706433/hook", /open internet/],
    ["loopback in hexadecimal", "https://0x7f.0x0.0x0.0x1/hook", /open internet/],
    ["loopback in octal", "https://0177.0.0.1/hook", /open internet/],
    ["loopback, shortened", "https://127.1/hook", /open internet/],
    ["nowhere", "https://0.0.0.0/hook", /open internet/],
    ["the metadata of a cloud", "https://169.254.169.254/latest/meta-data/", /open internet/],
    ["a private network", "https://192.168.1.1/hook", /open internet/],
    ["IPv6 loopback", "https://[::1]/hook", /open internet/],
    ["IPv4 within IPv6", "https://[::ffff:127.0.0.1]/hook", /open internet/],
    ["IPv4 behind NAT64", "https://[64:ff9b::7f00:1]/hook", /open internet/],
  ])("not %s", async (_, url, problem) => {
    expect(await strict.problemWith(url)).toMatch(problem);
    const outcome = await strict.call({ ...call, url });
    expect(outcome).toMatchObject({
      kind: "refused",
      permanent: true,
      reason: expect.stringMatching(problem),
    });
  });

  it.each(["https://example.org/hook", "https://example.org:8443/hook?key=1", "https://1.1.1.1/"])(
    "%s may be called",
    async (url) => {
      expect(await strict.problemWith(url)).toBeNull();
    },
  );

  it.each([
    ["a private address", at("10.0.0.1")],
    ["this machine", at("127.0.0.1")],
    ["a public and a private address", at("93.184.215.14", "192.168.0.1")],
    ["the metadata of a cloud over IPv6", at("fd00:ec2::254")],
    ["IPv4 within IPv6", at("::ffff:10.0.0.1")],
  ])("not a name that leads to %s", async (_, resolve) => {
    const caller = resolving(resolve);
    const url = "https://hook.example.org/";
    expect(await caller.problemWith(url)).toMatch(/open internet/);
    expect(await caller.call({ ...call, url })).toMatchObject({ kind: "refused", permanent: true });
  });

  it("not a name that was public when it was given and isn't any more", async () => {
    let asked = 0;
    const rebinding: Resolve = async () => {
      asked += 1;
      return at(asked === 1 ? "93.184.215.14" : "127.0.0.1")("");
    };
    const caller = resolving(rebinding);
    const url = "https://hook.example.org/";
    expect(await caller.problemWith(url)).toBeNull();
    expect(await caller.call({ ...call, url })).toMatchObject({
      kind: "refused",
      permanent: true,
      reason: expect.stringContaining("open internet"),
    });
    expect(asked).toBe(2);
  });

  it("and the connection goes to the address that was checked, not to what the name says a moment later", async () => {
    let connections = 0;
    const server = createTlsServer({}, () => undefined);
    server.on("connection", (socket) => {
      connections += 1;
      socket.destroy();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    let asked = 0;
    const changing: Resolve = async () => {
      asked += 1;
      return at(asked === 1 ? "127.0.0.1" : "127.0.0.2")("");
    };
    // Only our own lookup knows this name, so whoever reaches the server was led there by it, once a call.
    const outcome = await resolving(changing, true).call({ ...call, url: `https://hook.invalid:${port}/` });
    server.close();
    expect(outcome).toMatchObject({ kind: "refused", permanent: false });
    expect({ asked, connections }).toEqual({ asked: 1, connections: 1 });
  });

  it("looks the name up anew for every call", async () => {
    let asked = 0;
    const caller = resolving(async () => {
      asked += 1;
      return at(asked === 3 ? "10.0.0.1" : "192.0.2.1")("");
    });
    for (let attempt = 0; attempt < 3; attempt += 1)
      await caller.call({ ...call, url: "https://hook.invalid/" });
    expect(asked).toBe(3);
  });

  it("asks later about a name that can't be found now", async () => {
    const unknown: Resolve = async () => {
      throw Object.assign(new Error("getaddrinfo ENOTFOUND"), { code: "ENOTFOUND" });
    };
    const caller = resolving(unknown);
    expect(await caller.problemWith("https://hook.invalid/")).toMatch(/can't be found now/);
    expect(await caller.call({ ...call, url: "https://hook.invalid/" })).toEqual({
      kind: "refused",
      permanent: false,
      reason: "its name isn't known",
    });
  });

  it("waits for a name server no longer than for anybody else", async () => {
    const silent: Resolve = () => new Promise(() => undefined);
    const outcome = await resolving(silent).call({ ...call, url: "https://hook.invalid/" });
    expect(outcome).toMatchObject({ kind: "refused", permanent: false });
  });
});

function endlessHeaders(socket: import("node:net").Socket): void {
  socket.on("error", () => undefined);
  socket.write("HTTP/1.1 200 OK\r\n");
  for (let index = 0; index < 400 && !socket.destroyed; index += 1) {
    socket.write(`x-header-${index}: ${"x".repeat(200)}\r\n`);
  }
}
