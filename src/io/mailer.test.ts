import type { AddressInfo } from "node:net";
import { createServer, type Server, type Socket } from "node:net";
import type { SMTPServerOptions } from "smtp-server";
import { afterEach, describe, expect, it } from "vitest";
import type { Mail, Mailer } from "@/context";
import { isMailboxGone } from "@/domain/alerts/mailbox-gone";
import { headerOf, type MailSink, openMailSink } from "@/testing/mail-sink";
import { createSmtpMailer } from "./mailer";

const FROM = "Safety Valve Tracker <alerts@example.org>";
const MAIL: Mail = {
  to: "reader@example.net",
  subject: "Exampleshire: £2 million more",
  html: '<p>It owes <b>£2 million</b> more.</p><img src="cid:picture" alt="A chart">',
  text: "It owes £2 million more.\n.\nA line of one dot stands above.",
  picture: new Uint8Array([0x89, 0x50, 0x4e, 0x47]),
  messageId: "<one@tracker.example.org>",
  headers: { "List-Unsubscribe": "<https://tracker.example.org/alerts/unsubscribe/abc>", "X-Own": "yes" },
};

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function sinking(answers: SMTPServerOptions = {}): Promise<{ sink: MailSink; mailer: Mailer }> {
  const sink = await openMailSink(answers);
  return { sink, mailer: mailerFor(sink.url) };
}

function mailerFor(url: string, limits = {}): Mailer {
  const mailer = createSmtpMailer({ url, from: FROM, limits });
  closing.push(() => mailer.close());
  return mailer;
}

const refusing = (code: number, text: string) => Object.assign(new Error(text), { responseCode: code });

describe("handing mail to a server", () => {
  it("sends both forms, the picture within and the headers, from us to one reader", async () => {
    const { sink, mailer } = await sinking();
    closing.push(sink.close);
    expect(mailer.way).toBe("smtp");
    expect(await mailer.send(MAIL)).toMatchObject({
      kind: "accepted",
      response: expect.stringMatching(/^250/),
    });
    const [mail] = sink.mails;
    expect(mail).toMatchObject({ to: ["reader@example.net"], from: "alerts@example.org" });
    const source = mail?.source ?? "";
    expect(headerOf(source, "From")).toBe(FROM);
    expect(headerOf(source, "To")).toBe("reader@example.net");
    expect(headerOf(source, "Message-ID")).toBe("<one@tracker.example.org>");
    expect(headerOf(source, "List-Unsubscribe")).toContain("/alerts/unsubscribe/abc");
    expect(headerOf(source, "X-Own")).toBe("yes");
    expect(source).toContain("Content-ID: <picture>");
    expect(source).toContain("multipart/alternative");
    expect(source).toMatch(/\r\n\.\r\nA line of one dot/);
    expect(source).toContain("=C2=A32 million");
  });

  it("sends a mail without a picture", async () => {
    const { sink, mailer } = await sinking();
    closing.push(sink.close);
    await mailer.send({ ...MAIL, picture: null });
    expect(sink.mails[0]?.source).not.toContain("image/png");
  });

  it("keeps its connections for a whole batch", async () => {
    const { sink, mailer } = await sinking();
    closing.push(sink.close);
    await Promise.all(Array.from({ length: 120 }, () => mailer.send(MAIL)));
    expect(sink.mails).toHaveLength(120);
    expect(sink.connections).toBeLessThanOrEqual(8);
  });

  it("takes words for words, not for files, addresses or headers", async () => {
    const { sink, mailer } = await sinking();
    closing.push(sink.close);
    const to = "reader@example.net, other@example.net";
    expect(await mailer.send({ ...MAIL, to })).toMatchObject({ kind: "refused", permanent: true });
    await mailer.send({ ...MAIL, subject: "One\r\nBcc: other@example.net" });
    expect(sink.mails.flatMap(({ to }) => to)).toEqual(["reader@example.net"]);
    expect(headerOf(sink.mails[0]?.source ?? "", "Bcc")).toBeNull();
  });
});

describe("what a server refuses", () => {
  it.each<[what: string, code: number, answers: SMTPServerOptions, permanent: boolean]>([
    ["an unknown reader", 550, { onRcptTo: (_, __, done) => done(refusing(550, "No such user")) }, true],
    ["a full mailbox", 452, { onRcptTo: (_, __, done) => done(refusing(452, "Mailbox full")) }, false],
    [
      "a stranger, for now (greylisting)",
      451,
      { onRcptTo: (_, __, done) => done(refusing(451, "Later")) },
      false,
    ],
    ["our sender", 550, { onMailFrom: (_, __, done) => done(refusing(550, "Not you")) }, false],
    ["the message for good", 554, { onData: swallowing(554) }, true],
    ["the message for now", 451, { onData: swallowing(451) }, false],
    ["to serve anybody", 554, { onConnect: (_, done) => done(refusing(554, "No service")) }, false],
    ["to serve anybody now", 421, { onConnect: (_, done) => done(refusing(421, "Busy")) }, false],
  ])("%s (%i): for good is %s", async (_, __, answers, permanent) => {
    const { sink, mailer } = await sinking(answers);
    closing.push(sink.close);
    const outcome = await mailer.send(MAIL);
    expect(outcome).toMatchObject({ kind: "refused", permanent });
    expect(sink.mails).toHaveLength(0);
  });

  it("a mailbox, in its own words, code first: they tell whether it's gone", async () => {
    const { sink, mailer } = await sinking({
      onRcptTo: (_, __, done) => done(refusing(550, "5.1.1 <reader@example.net>: unknown")),
    });
    closing.push(sink.close);
    const outcome = await mailer.send(MAIL);
    expect(outcome.kind === "refused" && isMailboxGone(outcome.reason)).toBe(true);
  });

  it("a password: ours to mend, so nothing is lost by it, and it's never shown", async () => {
    const { sink } = await sinking({
      authOptional: false,
      onAuth: (_, __, done) => done(refusing(535, "Bad credentials")),
    });
    closing.push(sink.close);
    const mailer = mailerFor(sink.url.replace("//", "//user:geheim@"));
    const outcome = await mailer.send(MAIL);
    expect(outcome).toMatchObject({ kind: "refused", permanent: false });
    expect(JSON.stringify(outcome)).not.toContain("geheim");
  });

  it("goes on with the next reader", async () => {
    const { sink, mailer } = await sinking({
      onRcptTo: ({ address }, _, done) => done(address.startsWith("un") ? refusing(550, "Unknown") : null),
    });
    closing.push(sink.close);
    const outcomes = await Promise.all(
      ["unknown@example.net", "reader@example.net"].map((to) => mailer.send({ ...MAIL, to })),
    );
    expect(outcomes.map(({ kind }) => kind)).toEqual(["refused", "accepted"]);
  });
});

describe("a server that can't be had", () => {
  it("isn't there", async () => {
    const { sink } = await sinking();
    await sink.close();
    expect(await mailerFor(sink.url).send(MAIL)).toMatchObject({ kind: "refused", permanent: false });
  });

  it("has no such name", async () => {
    expect(await mailerFor("smtp://mail.invalid").send(MAIL)).toMatchObject({
      kind: "refused",
      permanent: false,
    });
  });

  it("says nothing", async () => {
    const silent = await plain(() => undefined);
    const outcome = await mailerFor(silent.url, { connectMs: 300, silenceMs: 300 }).send(MAIL);
    expect(outcome).toMatchObject({ kind: "refused", permanent: false });
  });

  it("dribbles its answer for ever", async () => {
    const dribbling = await plain((socket) => {
      const timer = setInterval(() => socket.write("220-w\r\n"), 50);
      socket.on("close", () => clearInterval(timer));
    });
    const limits = { connectMs: 400, silenceMs: 400, totalMs: 1_000 };
    const begun = performance.now();
    const outcome = await mailerFor(dribbling.url, limits).send(MAIL);
    expect(outcome).toMatchObject({ kind: "refused", permanent: false });
    expect(performance.now() - begun).toBeLessThan(10_000);
  });

  it("takes a message and hangs up without a word: told once, not tried again behind our back", async () => {
    let taken = 0;
    const rude = await plain((socket) => {
      socket.write("220 hello\r\n");
      let within = false;
      socket.on("data", (bytes) => {
        const text = bytes.toString();
        if (within && text.includes("\r\n.\r\n")) {
          taken += 1;
          socket.destroy();
        } else if (/^data/im.test(text)) {
          within = true;
          socket.write("354 go on\r\n");
        } else if (!within) socket.write("250 fine\r\n");
      });
    });
    expect(await mailerFor(rude.url).send(MAIL)).toMatchObject({ kind: "refused", permanent: false });
    expect(taken).toBe(1);
  });

  it("gets no password over a network in the open", async () => {
    const passwords: unknown[] = [];
    const { sink } = await sinking({
      onAuth: ({ password }, _, done) => {
        passwords.push(password);
        done(null, { user: "user" });
      },
    });
    closing.push(sink.close);
    const here = sink.url.replace("//", "//user:secret@");
    expect(await mailerFor(here).send(MAIL)).toMatchObject({ kind: "accepted" });
    // It leads to this machine as well, but doesn't say so.
    const elsewhere = mailerFor(here.replace("127.0.0.1", "0.0.0.0"));
    expect(await elsewhere.send(MAIL)).toMatchObject({ kind: "refused", permanent: false });
    expect(passwords).toEqual(["secret"]);
  });
});

async function plain(serve: (socket: Socket) => void): Promise<{ url: string }> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    serve(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** Reads the message and then refuses it. */
function swallowing(code: number): NonNullable<SMTPServerOptions["onData"]> {
  return (stream, _, done) => {
    stream.resume();
    stream.on("end", () => done(refusing(code, "Not this")));
  };
}
