import { createHash } from "node:crypto";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import type { Clock, Mailer, MailOutcome } from "@/context";
import { mimeOf } from "./mime-of";

/**
 * Without a mail server: each mail becomes a file that a mail program opens, named by its time, so that the newest
 * stands last. It has its name only once it's whole and on the disk.
 */
export function createOutboxMailer(settings: {
  readonly folder: string;
  readonly from: string;
  readonly clock: Clock;
}): Mailer {
  const { folder, from, clock } = settings;
  const composer = createTransport({ streamTransport: true, buffer: true, newline: "windows" });
  return {
    way: "outbox",
    async send(mail): Promise<MailOutcome> {
      const moment = clock.now().toISOString().replaceAll(":", "-");
      const mark = createHash("sha256").update(mail.messageId).digest("hex").slice(0, 12);
      const file = join(folder, `${moment}-${mark}.eml`);
      const draft = `${file}.draft`;
      try {
        const { message } = await composer.sendMail(mimeOf(mail, from));
        await mkdir(folder, { recursive: true });
        const written = await open(draft, "w", 0o600);
        try {
          await written.writeFile(message as Buffer);
          await written.sync();
        } finally {
          await written.close();
        }
        await rename(draft, file);
        return { kind: "accepted", response: file };
      } catch (error) {
        await rm(draft, { force: true }).catch(() => undefined);
        return {
          kind: "refused",
          permanent: false,
          reason: error instanceof Error ? error.message : String(error),
        };
      }
    },
    async close() {
      composer.close();
    },
  };
}
