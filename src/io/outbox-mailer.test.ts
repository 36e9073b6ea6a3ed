import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { headerOf } from "@/testing/mail-sink";
import { FrozenClock } from "@/testing/test-context";
import { createOutboxMailer } from "./outbox-mailer";

const folder = mkdtempSync(join(tmpdir(), "svt-outbox-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const mail = (messageId: string) => ({
  ...{ to: "reader@example.net", subject: "Exampleshire", html: "<p>News</p>", text: "News" },
  ...{ picture: null, headers: {}, messageId },
});

describe("the outbox folder", () => {
  it("holds each mail as a file, the newest last, readable by nobody else", async () => {
    const outbox = join(folder, "outbox");
    const clock = new FrozenClock();
    const mailer = createOutboxMailer({ folder: outbox, from: "alerts@example.org", clock });
    expect(mailer.way).toBe("outbox");
    for (const id of ["<c@x>", "<a@x>", "<b@x>"]) {
      expect(await mailer.send(mail(id))).toMatchObject({ kind: "accepted" });
      clock.forward(1);
    }
    const files = readdirSync(outbox).sort();
    const ids = files.map((file) => headerOf(readFileSync(join(outbox, file), "utf8"), "Message-ID"));
    expect(ids).toEqual(["<c@x>", "<a@x>", "<b@x>"]);
    for (const file of files) {
      expect(file).toMatch(/^2026-11-23T\d\d-00-00\.000Z-[0-9a-f]{12}\.eml$/);
      expect(statSync(join(outbox, file)).mode & 0o077).toBe(0);
    }
  });

  it("says why it can't write, and leaves nothing half-written", async () => {
    const file = join(folder, "file");
    writeFileSync(file, "");
    const mailer = createOutboxMailer({ folder: file, from: "alerts@example.org", clock: new FrozenClock() });
    expect(await mailer.send(mail("<a@x>"))).toMatchObject({ kind: "refused", permanent: false });
    expect(readdirSync(folder).filter((name) => name.endsWith(".draft"))).toEqual([]);
  });
});
