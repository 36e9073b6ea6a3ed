import type { SendMailOptions } from "nodemailer";
import type { Mail } from "@/context";

/** A mail as the library wants it. Whatever stands in it is taken as text, never as a file or an address to fetch. */
export function mimeOf(mail: Mail, from: string): SendMailOptions {
  const { picture: png } = mail;
  const picture = {
    filename: "chart.png",
    contentType: "image/png",
    contentDisposition: "inline",
    cid: "picture",
  };
  return {
    from,
    to: { name: "", address: mail.to },
    subject: mail.subject,
    html: mail.html,
    text: mail.text,
    messageId: mail.messageId,
    headers: mail.headers,
    // Thousands of mails share the bytes.
    attachments: png
      ? [{ ...picture, content: Buffer.from(png.buffer, png.byteOffset, png.byteLength) }]
      : [],
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
