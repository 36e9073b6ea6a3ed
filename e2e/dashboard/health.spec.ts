import { expect, test } from "@playwright/test";

test("a monitor asks whether the site is up", async ({ request }) => {
  const health = await request.get("/api/health");
  expect(health.status()).toBe(200);
  const ready = await request.get("/api/ready");
  expect(ready.status()).toBe(200);
});
