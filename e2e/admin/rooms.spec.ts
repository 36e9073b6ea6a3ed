import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { APIRequestContext } from "@playwright/test";
import { PAGES, sidewaysScroll } from "../fixtures";
import { createPerson, expect, originOf, ROOMS, signIn, test } from "./fixtures";

test("no room is left out below", () => {
  const folder = fileURLToPath(new URL("../../src/app/admin", import.meta.url));
  const pages = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|\/)page\.tsx$/.test(file) && !file.includes("["))
    .map((file) => `/admin/${file}`.replace(/\/page\.tsx$/, ""));
  expect(ROOMS.map(([, path]) => path).sort()).toEqual(pages.sort());
});

const statusOf = async (request: APIRequestContext, path: string) => {
  const answer = await request.get(path, { maxRedirects: 0 });
  expect(answer.headers()["cache-control"], path).toContain("no-store");
  expect(answer.headers()["x-robots-tag"], path).toContain("noindex");
  return [answer.status(), answer.headers().location ?? null];
};

test("nobody is led to the sign-in, wherever they ask", async ({ request }) => {
  for (const [, path] of ROOMS) {
    const next = path === "/admin" ? "" : `?next=${encodeURIComponent(path)}`;
    expect(await statusOf(request, path), path).toEqual([307, `/sign-in${next}`]);
  }
});

test("an editor sees what is theirs, and of the rest not that it's there", async ({ context, page }) => {
  await signIn(context, await createPerson(context, "editor"));
  for (const [, path, role] of ROOMS) {
    const expected = role === "editor" ? 200 : 404;
    expect(await statusOf(context.request, path), path).toEqual([expected, null]);
  }
  await page.goto("/admin");
  const names = await page.getByRole("navigation", { name: "Admin room" }).getByRole("link").allInnerTexts();
  expect(names).not.toContain("Users");
  for (const procedure of ["users.list", "audit.search"]) {
    const answer = await context.request.get(`/api/trpc/admin.${procedure}`);
    expect(answer.status()).toBe(403);
    expect(answer.headers()["cache-control"]).toBe("no-store");
  }
});

test("what is asked in somebody's name isn't answered to nobody", async ({ request }) => {
  for (const procedure of ["me", "overview", "health", "users.list", "audit.search"]) {
    expect((await request.get(`/api/trpc/admin.${procedure}`)).status(), procedure).toBe(401);
  }
});

for (const [name, path] of ROOMS) {
  test(`read ${name} with assistive technology, light and dark, and on a phone`, async ({
    asAdmin: page,
    expectAccessible,
  }) => {
    const refused: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") refused.push(message.text());
    });
    page.on("pageerror", (error) => refused.push(error.message));
    await page.goto(path);
    expect(await page.locator("main h1").count()).toBe(1);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await expectAccessible();
    }
    for (const width of [360, 320]) {
      await page.setViewportSize({ width, height: 740 });
      expect(await sidewaysScroll(page), `at ${width} px`).toBe(0);
    }
    expect(refused).toEqual([]);
  });
}

test("what was done is found in the record, by who, what, whom and when", async ({
  asAdmin: page,
  context,
}) => {
  const editor = await createPerson(context, "editor");
  await page.goto("/admin/users");
  const entry = page.getByRole("listitem").filter({ hasText: editor.email });
  await entry.getByText("Change").click();
  await entry.getByRole("button", { name: "Make an admin" }).click();
  await expect(entry).toContainText("Admin.");

  await page.goto("/admin/audit");
  const search = page.getByRole("form", { name: "Search the record" });
  await search.getByLabel("To what").fill(editor.email);
  await search.getByRole("button", { name: "Search" }).click();
  await expect(page).toHaveURL(/subject=/);
  const lines = page.getByRole("main").locator("ol > li");
  await expect(lines).toHaveCount(3);
  await expect(lines.first()).toContainText("Changed a user's role");
  await expect(lines.first()).toContainText("role: editor → admin");
  await search.getByLabel("What", { exact: true }).selectOption({ label: "Invited a user" });
  await search.getByRole("button", { name: "Search" }).click();
  await expect(lines).toHaveCount(1);
  await expect(lines.first()).toContainText("role: editor");
  await search.getByLabel("On the day").fill("2020-02-02");
  await search.getByRole("button", { name: "Search" }).click();
  await expect(page.getByText("Nothing was found.")).toBeVisible();
  await page.getByRole("link", { name: "Show all" }).click();
  await expect(page).toHaveURL(/\/admin\/audit$/);
});

test("no page of the public site is sent a script of the admin room", async ({ page, request }) => {
  test.setTimeout(120_000);
  const scripts = new Set<string>();
  page.on("request", (asked) => {
    if (asked.resourceType() === "script") scripts.add(asked.url());
  });
  for (const [, path] of [...PAGES, ["the sign-in", "/sign-in"]]) {
    await page.goto(path);
    await page.waitForLoadState("load");
    for (const src of (await page.content()).matchAll(/\/_next\/static\/chunks\/[\w.~-]+\.js/g)) {
      scripts.add(new URL(src[0], originOf()).href);
    }
  }
  expect(scripts.size).toBeGreaterThan(5);
  const telling: string[] = [];
  for (const script of scripts) {
    const text = await (await request.get(script)).text();
    // A procedure is named as a chain of properties, a page and a form by their addresses.
    for (const sign of [/\.admin\.[a-z]/, /["'`]\/admin\b/, /api\/auth\/sign-out/, /Admin room/]) {
      if (sign.test(text)) telling.push(`${script}: ${sign}`);
    }
  }
  expect(telling).toEqual([]);
});

test("the signs that are looked for above are in the admin room's own scripts", async ({
  asAdmin: page,
  request,
}) => {
  const scripts = new Set<string>();
  page.on("request", (asked) => {
    if (asked.resourceType() === "script") scripts.add(asked.url());
  });
  await page.goto("/admin/users");
  await page.waitForLoadState("load");
  const texts = await Promise.all([...scripts].map(async (script) => (await request.get(script)).text()));
  expect(texts.some((text) => /Admin room/.test(text))).toBe(true);
});
