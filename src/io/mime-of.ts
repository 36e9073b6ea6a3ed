import type { SendMailOptions } from "nodemailer";
import type { Mail } from "@/context";

/** A mail as the library wants it. Whatever stands in it is taken as text, never as a file or an address to fetch. */
export function mimeOf(mail: Mail, from: string): SendMailOptions {
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
    attachments: mail.picture ? [{ ...picture, content: Buffer.from(mail.picture) }] : [],
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
