import type { Page } from "@playwright/test";
import { awaken, expect, expectAwake, test } from "../fixtures";

/** Addresses of the scripts that run in the page, not of those fetched ahead. */
const scriptsIn = (page: Page) =>
  page.evaluate(() => [...document.scripts].map(({ src }) => src).filter((src) => src !== ""));

test("whoever only reads runs no script of the page's, and misses no figure", async ({ page }) => {
  await page.goto("/authorities/kent");
  await page.waitForLoadState("networkidle");
  expect((await scriptsIn(page)).filter((src) => !src.includes("noModule"))).toHaveLength(1); // for old browsers
  await expect(page.locator("html")).not.toHaveAttribute("data-awake");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Kent");
});

/** Keeps the page's script on its way. @returns what lets it come */
async function holdBack(page: Page): Promise<() => void> {
  let come = () => {};
  const wanted = new Promise<void>((resolve) => {
    come = resolve;
  });
  await page.route("**/page-scripts/*", async (route) => {
    await wanted;
    await route.continue();
  });
  return () => come();
}

for (const [sign, use] of [
  ["a pointer that moves", (page: Page) => page.mouse.move(40, 40, { steps: 3 })],
  ["a key", (page: Page) => page.keyboard.press("Tab")],
  ["the wheel", (page: Page) => page.mouse.wheel(0, 400)],
] as const) {
  test(`a page wakes at ${sign}`, async ({ page }) => {
    await page.goto("/authorities/kent");
    await use(page);
    await expectAwake(page);
  });
}

test("a pointer that lies still wakes nothing", async ({ page }) => {
  await page.mouse.move(40, 40);
  await page.goto("/about");
  await page.waitForLoadState("networkidle");
  await expect(page.locator("html")).not.toHaveAttribute("data-awake");
});

test("a click that comes before the script acts in place all the same", async ({ page }) => {
  await page.goto("/compare?a=kent&b=bury");
  await page.getByRole("link", { name: "£67,167,405: where from?" }).click();
  await expect(page.getByRole("dialog")).toContainText("LA and school expenditure");
  expect(new URL(page.url()).pathname).toBe("/compare");
});

test("a click goes on as without script when the script never comes", async ({ page }) => {
  await page.route("**/page-scripts/*", (route) => route.abort());
  await page.goto("/authorities");
  await page
    .getByRole("row", { name: /Kent/ })
    .getByRole("link", { name: /where from/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/authorities\/kent#/);
});

test("what was typed before the script came is searched for", async ({ page }) => {
  const come = await holdBack(page);
  await page.goto("/about");
  await page.getByRole("searchbox", { name: "Find a council" }).pressSequentially("Kent");
  come();
  await expect(page.getByRole("option", { name: /^Kent/ })).toBeVisible();
});

test("a filter chosen before the script came is kept", async ({ page }) => {
  await page.goto("/authorities");
  await page.getByLabel("Region").selectOption("London");
  await awaken(page);
  await expect(page).toHaveURL(/region=London/);
  await expect(page.getByRole("status").filter({ hasText: "33 of" })).toBeVisible();
});

test("boxes ticked before the script came stay ticked, and are counted", async ({ page }) => {
  const come = await holdBack(page);
  await page.goto("/authorities");
  for (const name of ["Bury", "Kent"]) await page.getByLabel(`Compare ${name}`).check();
  come();
  await awaken(page);
  await expect(page.getByText("2 of at most 6 chosen")).toBeVisible();
  await expect(page.getByLabel("Compare Bury")).toBeChecked();
  await page.getByLabel("Compare Bury").uncheck();
  await expect(page.getByText("1 of at most 6 chosen")).toBeVisible();
});
