// Pooled nodemailer and nothing else: the same bytes to the same server, nothing recorded.
import { readFileSync } from "node:fs";
import { createTransport } from "nodemailer";

const [url = "", file = "", count = "0", connections = "8"] = process.argv.slice(2);
const { from, subject, html, text, picture, headers } = JSON.parse(readFileSync(file, "utf8"));
const content = Buffer.from(picture, "base64");
const transport = createTransport({
  url,
  pool: true,
  maxConnections: Number(connections),
  maxMessages: Number.POSITIVE_INFINITY,
});
const begun = performance.now();
let next = 0;
async function sendSome() {
  while (next < Number(count)) {
    next += 1;
    await transport.sendMail({
      from,
      subject,
      to: `many-${next}@example.net`,
      html: html.replaceAll("{{token}}", token(next)),
      text: text.replaceAll("{{token}}", token(next)),
      headers: Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name, value.replaceAll("{{token}}", token(next))]),
      ),
      messageId: `<bare-${next}-${process.pid}@localhost>`,
      attachments: [
        {
          filename: "chart.png",
          contentType: "image/png",
          contentDisposition: "inline",
          cid: "picture",
          content,
        },
      ],
    });
  }
}
await Promise.all(Array.from({ length: Number(connections) * 4 }, sendSome));
console.log(JSON.stringify({ milliseconds: performance.now() - begun }));
transport.close();

/** As long as a real one. @param {number} number */
function token(number) {
  return String(number).padStart(43, "x");
}
