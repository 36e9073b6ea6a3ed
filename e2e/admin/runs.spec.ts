import type { Page } from "@playwright/test";
import { createPerson, expect, signIn, test } from "./fixtures";

/** Under load a worker may be busy with another test's request first. */
const DONE = { timeout: 90_000 };
const STATE = /All well|Done, with something to look at/;

test.describe.configure({ timeout: 150_000 });

async function ask(
  page: Page,
  sources: readonly string[],
  button: "Run" | "Try without keeping",
): Promise<void> {
  await page.goto("/admin/runs");
  for (const source of sources) await page.locator(`input[name="source"][value="${source}"]`).check();
  await page.getByRole("combobox", { name: "Read" }).selectOption("archive");
  await page.getByRole("button", { name: button, exact: true }).click();
  await page.waitForURL(/\/admin\/runs\/[0-9a-f-]{36}$/);
}

test("a source is read again from the archive, and everybody who looks sees the same", async ({
  asAdmin: page,
  browser,
  expectAccessible,
}) => {
  await ask(page, ["ehc-plans"], "Run");
  await expect(page.getByRole("main")).toContainText(STATE, DONE);
  const sources = page.getByRole("table", { name: "What became of each source" });
  await expect(sources).toContainText("ehc-plans");
  await expect(page.getByRole("heading", { name: "Log" })).toBeVisible();
  await expectAccessible();

  const other = await browser.newContext();
  await signIn(other, await createPerson(other, "editor"));
  const second = await other.newPage();
  await second.goto(page.url());
  await expect(second.getByRole("main")).toContainText(STATE);
  await other.close();
  await page.reload();
  await expect(page.getByRole("main")).toContainText(STATE);
});

test("a run that is tried says what would change, keeps nothing, and can be done", async ({
  asAdmin: page,
  expectAccessible,
}) => {
  await ask(page, ["ehc-plans"], "Try without keeping");
  await expect(page.getByRole("heading", { name: "What would change" })).toBeVisible(DONE);
  await expect(page.getByRole("main")).toContainText("Nothing would change.");
  await expectAccessible();
  await page.getByRole("button", { name: "Now do it" }).click();
  // No longer "only tried".
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Reading of ehc-plans, from the bundled archive",
  );
  await expect(page.getByRole("main")).toContainText(STATE, DONE);
});

test("a run that waits for others is cancelled", async ({ asAdmin: page }) => {
  for (let before = 0; before < 3; before += 1) await ask(page, [], "Try without keeping");
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("main")).toContainText("Cancelled", DONE);
});

test("all of it works without script, by looking again", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  await signIn(context, await createPerson(context, "admin"));
  const page = await context.newPage();
  await ask(page, ["local-authorities"], "Run");
  await expect(async () => {
    const again = page.getByRole("link", { name: "Look again" });
    if (await again.isVisible()) await again.click();
    await expect(page.getByRole("main")).toContainText(STATE, { timeout: 1_000 });
  }).toPass(DONE);
  await context.close();
});

test("the list is filtered by state, source and who set it off", async ({ asAdmin: page }) => {
  await page.goto("/admin/runs");
  await page.getByRole("combobox", { name: "Set off by" }).selectOption("schedule");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/by=schedule/);
  await expect(page.getByRole("table", { name: "Runs, newest first" })).toContainText(
    "Loading of the bundled archive",
  );
  await page.getByRole("link", { name: "All runs" }).click();
  await expect(page).toHaveURL(/\/admin\/runs$/);
});

test("nobody but those who are signed in sees any of it", async ({ page, request }) => {
  await page.goto("/admin/runs");
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fadmin%2Fruns$/);
  const forged = await request.post("/api/admin/runs", { form: { how: "do" }, maxRedirects: 0 });
  expect(forged.status()).toBe(403);
});
