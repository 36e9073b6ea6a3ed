import { expect, PAGES, test } from "../fixtures";

/** What is typed into a form is nobody else's, so its page is made anew for each reader. */
const NEVER_KEPT: readonly string[] = ["an address without a page", "the alerts", "the form for errors"];
const KEPT = PAGES.filter(([name]) => !NEVER_KEPT.includes(name));

for (const [name, address] of KEPT) {
  test(`${name} is the same for the next reader, and asking again costs an answer without a page`, async ({
    request,
  }) => {
    const first = await request.get(address);
    const etag = first.headers().etag ?? "";
    expect(etag).not.toBe("");
    const again = await request.get(address, { headers: { "If-None-Match": etag } });
    expect(again.status()).toBe(304);
    expect(await again.body()).toHaveLength(0);
  });

  test(`${name} trusts only scripts named by their hashes, and they run`, async ({ page, request }) => {
    await request.get(address); // from now on it's a kept page
    const refused: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") refused.push(message.text());
    });
    page.on("pageerror", (error) => refused.push(error.message));
    const answer = await page.goto(address);
    const policy = answer?.headers()["content-security-policy"] ?? "";
    expect(policy).toContain("script-src 'self' 'sha256-");
    expect(policy).not.toMatch(/unsafe|nonce|strict-dynamic/);
    await page.waitForLoadState("networkidle");
    expect(refused).toEqual([]);
  });
}

test("what a reader sends along is no part of a kept page", async ({ request }) => {
  const plain = await (await request.get("/authorities/kent")).text();
  const dressed = await request.get("/authorities/kent", {
    headers: {
      Cookie: "session=invented",
      Host: "elsewhere.example",
      "X-Forwarded-Host": "elsewhere.example",
      "Accept-Language": "cy",
    },
  });
  expect(await dressed.text()).toBe(plain);
});

test("a wrong address isn't kept, and says so to others who keep pages", async ({ request }) => {
  const answer = await request.get("/authorities/nowhereshire");
  expect(answer.status()).toBe(404);
  expect(answer.headers()["cache-control"]).toContain("no-store");
});
