import PostalMime, { type Email } from "postal-mime";
import type { SMTPServerOptions } from "smtp-server";
import { openMailSink } from "../src/testing/mail-sink";
import { expect } from "./fixtures";

/** The mail server of the site of invented councils, as long as a test is it. */
export interface SiteMail {
  /** The mails an address has got, as a mail program reads them. */
  to(address: string): Promise<Email[]>;
  /** The mail to an address whose subject says something, once it's there. */
  about(address: string, subject: RegExp): Promise<Email>;
  close(): Promise<void>;
}

const ARRIVES = { timeout: 60_000 };

/**
 * Becomes that server, once no other test is it: they take turns, and each gets the mails that it has caused.
 *
 * @param answers how it should behave otherwise
 */
export async function takeSiteMail(answers: SMTPServerOptions = {}): Promise<SiteMail> {
  const open = () => openMailSink(answers, undefined, Number(process.env.E2E_SMTP_PORT)).catch(() => null);
  let sink = await open();
  await expect
    .poll(
      async () => {
        sink ??= await open();
        return sink !== null;
      },
      { timeout: 200_000 },
    )
    .toBe(true);
  if (sink === null) throw new Error("Somebody else is the mail server.");
  const { mails, close } = sink;
  const to = (address: string) =>
    Promise.all(
      mails.filter((mail) => mail.to.includes(address)).map(({ source }) => PostalMime.parse(source)),
    );
  return {
    ...{ to, close },
    async about(address, subject) {
      const found = async () => (await to(address)).find((mail) => subject.test(mail.subject ?? ""));
      await expect.poll(async () => (await found()) !== undefined, ARRIVES).toBe(true);
      return (await found()) as Email;
    },
  };
}
