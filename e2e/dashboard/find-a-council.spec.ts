import type { Page } from "@playwright/test";
import { awaken, expect, sidewaysScroll, test } from "../fixtures";

/** The field in the head of every page, once its script has come. */
function field(page: Page) {
  return page.getByRole("combobox", { name: "Find a council by name or code" });
}

for (const [what, typed, council] of [
  ["its name", "kent", "Kent"],
  ["a misspelt name", "Bournmouth", "Bournemouth, Christchurch and Poole"],
  ["its name the other way round", "Yorks North", "North Yorkshire"],
  ["an abolished council's name", "Poole", "Bournemouth, Christchurch and Poole"],
  ["the name publications print", "bristol, city of", "Bristol"],
  ["an abolished ONS code", "E06000029", "Bournemouth, Christchurch and Poole"],
  ["its ONS code", "e10000016", "Kent"],
  ["its DfE code", "885", "Worcestershire"],
] as const) {
  test(`find a council from any page by ${what}, and go straight there`, async ({ page }) => {
    await page.goto("/about");
    await awaken(page);
    await field(page).fill(typed);
    const option = page.getByRole("listbox", { name: "Councils" }).getByRole("option").first();
    await expect(option).toContainText(council);
    await option.click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(council);
  });
}

test("an abolished council leads to each of those that came after it", async ({ page }) => {
  await page.goto("/about");
  await awaken(page);
  await field(page).fill("Cumbria");
  await expect(page.getByRole("option")).toHaveText([
    /Cumberland.*found as Cumbria/,
    /Westmorland and Furness.*found as Cumbria/,
  ]);
  await page.getByRole("button", { name: "Find" }).click();
  await expect(page).toHaveURL(/\/authorities\?q=Cumbria$/);
  await expect(page.getByRole("main").getByRole("status")).toHaveText("2 of 153 councils");
});

test("find a council with the keyboard alone", async ({ page, expectAccessible }) => {
  await page.goto("/about");
  await page.keyboard.press("Tab");
  await field(page).focus();
  await page.keyboard.type("north");
  const options = page.getByRole("option");
  await expect(options.first()).toContainText("North East Lincolnshire");
  await expect(field(page)).toHaveAttribute("aria-expanded", "true");
  await expect(page.getByText(/^\d+ councils.* Choose with the arrow keys\.$/)).toBeAttached();
  await expectAccessible();

  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(options.nth(1)).toHaveAttribute("aria-selected", "true");
  const active = await field(page).getAttribute("aria-activedescendant");
  expect(await options.nth(1).getAttribute("id")).toBe(active);

  await page.keyboard.press("Escape");
  await expect(options.first()).toBeHidden();
  await expect(field(page)).toHaveValue("north");
  await page.keyboard.press("ArrowUp");
  const last = await options.last().textContent();
  await expect(options.last()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/authorities\/[a-z-]+$/);
  expect(last).toContain(await page.getByRole("heading", { level: 1 }).textContent());
});

test("find a council on a phone, in the dark", async ({ page, expectAccessible }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/about");
  await awaken(page);
  await field(page).fill("shire");
  await expect(page.getByRole("option").first()).toBeInViewport();
  await expectAccessible();
  expect(await sidewaysScroll(page)).toBe(0);
});

for (const [what, query, council] of [
  ["an abolished council's name", "bournemouth", "Bournemouth, Christchurch and Poole"],
  ["a misspelt name", "Brstol", "Bristol"],
  ["an abolished ONS code", "E10000009", "Dorset"],
] as const) {
  test(`filter the table of councils by ${what}`, async ({ page }) => {
    await page.goto("/authorities");
    await page.getByRole("searchbox", { name: "Name or code", exact: true }).fill(query);
    await expect(page.getByRole("rowheader", { name: council }).first()).toBeVisible();
    await expect(page.getByRole("main").getByRole("status")).not.toContainText("All");
    await expect(page).toHaveURL(/\?q=.*sort=name/);
    // The view stays a view when it's sent on, even if what was typed names a council.
    await page.reload();
    await expect(page.getByRole("rowheader", { name: council }).first()).toBeVisible();
  });
}

test("be told when nothing answers", async ({ page }) => {
  await page.goto("/authorities?q=atlantis");
  await expect(page.getByText("No council answers to that.")).toBeVisible();
  await expect(page.getByRole("main").getByRole("status")).toHaveText("0 of 153 councils");
});

test("ask for councils as a program: what isn't understood is refused", async ({ request }) => {
  const search = (input: unknown) =>
    request.get(`/api/trpc/authorities.search?input=${encodeURIComponent(JSON.stringify({ json: input }))}`);
  expect((await search({ q: "Bournmouth" })).status()).toBe(200);
  for (const bad of [{ q: "" }, { q: "x".repeat(101) }, { q: "kent", limit: 500 }, {}]) {
    expect((await search(bad)).status(), JSON.stringify(bad)).toBe(400);
  }
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  for (const [typed, council] of [
    ["kent county council", "Kent"],
    ["E06000029", "Bournemouth, Christchurch and Poole"],
  ] as const) {
    test(`${typed} leads straight to ${council}`, async ({ page }) => {
      await page.goto("/about");
      await page.getByRole("searchbox", { name: "Find a council by name or code" }).fill(typed);
      await page.getByRole("button", { name: "Find" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toContainText(council);
    });
  }

  test("a misspelt name leads to the table, with the council that's spelt alike", async ({ page }) => {
    await page.goto("/about");
    await page.getByRole("searchbox", { name: "Find a council by name or code" }).fill("Bournmouth");
    await page.getByRole("button", { name: "Find" }).click();
    await expect(page.getByRole("main").getByRole("status")).toHaveText(
      "Nothing is written so. Spelt alike: 1 of 153 councils",
    );
    await page.getByRole("link", { name: "Bournemouth, Christchurch and Poole" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Bournemouth");
  });
});
