/** How a receiver of our calls tells that one is ours: shown to developers, and run by a test against real calls. */
export const WEBHOOK_CHECK = `import { createHmac, timingSafeEqual } from "node:crypto";

/** body: the bytes as they came, before anything reads them as JSON */
function isOurs(body, header, secret) {
  const [, time, given] = /^t=(\\d+),v1=([0-9a-f]{64})$/.exec(header) ?? [];
  if (!given || Math.abs(Date.now() / 1000 - time) > 300) return false;
  const right = createHmac("sha256", secret).update(time + ".").update(body).digest("hex");
  return timingSafeEqual(Buffer.from(given), Buffer.from(right));
}`;
