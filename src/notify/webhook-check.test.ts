import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WEBHOOK_CHECK } from "@/components/alerts/webhook-check";
import { testSecrets } from "@/testing/factories";
import type { ClaimedDelivery } from "./claimed-delivery";
import { webhookCallOf } from "./webhook-call-of";

const SECRET = "whsec_shown once";
type Check = (body: Buffer, header: string, secret: string) => boolean;

let folder: string;
let isOurs: Check;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "svt-check-"));
  const file = join(folder, "check.mjs");
  await writeFile(file, `${WEBHOOK_CHECK}\nexport { isOurs };\n`);
  ({ isOurs } = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as { isOurs: Check });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A call as it's made, so many seconds ago. */
function call(secondsAgo = 0) {
  const to = { by: "webhook", url: "https://example.org/", sealedSecret: testSecrets.seal(SECRET) } as const;
  const delivery = { reference: "one", createdAt: new Date(), to } as unknown as ClaimedDelivery & {
    readonly to: typeof to;
  };
  const payload = { test: false, channel: "webhook", alerts: [{ title: "Exampleshire: £2 million more" }] };
  const message = { ...{ id: "m", subject: "", html: "", text: "", picture: null }, payload };
  const clock = { now: () => new Date(Date.now() - secondsAgo * 1000) };
  const { body, headers } = webhookCallOf(delivery, message, { secrets: testSecrets, clock });
  return { body: Buffer.from(body), header: headers["Safety-Valve-Signature"] ?? "" };
}

describe("the check that developers are shown", () => {
  it("knows a call of ours", () => {
    const { body, header } = call();
    expect(isOurs(body, header, SECRET)).toBe(true);
  });

  it.each<[string, (of: ReturnType<typeof call>) => Parameters<Check>]>([
    ["of another body", ({ body, header }) => [Buffer.from(`${body} `), header, SECRET]],
    ["under another secret", ({ body, header }) => [body, header, "whsec_another"]],
    ["under a secret without its beginning", ({ body, header }) => [body, header, SECRET.slice(6)]],
    ["at another time", ({ body, header }) => [body, header.replace(/^t=\d/, "t=2"), SECRET]],
    ["without a signature", ({ body }) => [body, "", SECRET]],
    ["with half a signature", ({ body, header }) => [body, header.slice(0, -1), SECRET]],
    ["of long ago", () => [call(310).body, call(310).header, SECRET]],
  ])("refuses one %s", (_, made) => expect(isOurs(...made(call()))).toBe(false));

  it("knows one that took its time", () => {
    const { body, header } = call(290);
    expect(isOurs(body, header, SECRET)).toBe(true);
  });
});
