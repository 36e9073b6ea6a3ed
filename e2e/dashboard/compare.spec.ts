import type { Page } from "@playwright/test";
import { expect, sidewaysScroll, test } from "../fixtures";

function figures(page: Page) {
  return page.getByRole("region", { name: "The figures" });
}

test("tick three councils in the table, compare them, and ask a figure where it is from", async ({
  page,
  expectAccessible,
}) => {
  await page.goto("/authorities?programme=safety-valve");
  for (const name of ["Bury", "Kent", "Dorset"]) await page.getByLabel(`Compare ${name}`).check();
  await page.getByRole("searchbox", { name: "Name or code", exact: true }).fill("dorset");
  await expect(page.getByText("3 of at most 6 chosen")).toBeVisible();
  await page.getByRole("button", { name: "Compare" }).click();
  await expect(page).toHaveURL(/\/compare\?/);
  const panels = page.getByRole("region", { name: "Net deficit" });
  await expect(panels.getByRole("img")).toHaveCount(3);
  await expect(panels).toContainText("grant money rather than recovery");
  await expect(page.getByRole("main")).toContainText("at 31 March 2024: ");
  await figures(page).getByRole("link", { name: "£67,167,405: where from?" }).click();
  const card = page.getByRole("dialog", { name: "Where £67,167,405 comes from" });
  await expect(card).toContainText("after DfE money (net)");
  await page.keyboard.press("Escape");
  await expectAccessible();
});

test("add and remove a council, and change the measure: all of it stands in the address", async ({
  page,
}) => {
  await page.goto("/compare?a=kent&b=bury");
  await page.getByLabel("Add a council").fill("Dorset");
  await page.getByLabel("Measure").selectOption("Net deficit as % of the high needs block");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/a=kent&b=bury&c=Dorset&measure=block/);
  await expect(figures(page).getByRole("rowheader")).toHaveText(["Kent", "Bury", "Dorset"]);
  // £67,167,405 of £311,663,662, each asked by itself
  await expect(figures(page)).toContainText("21.6%");
  await figures(page).getByRole("link", { name: "£311.7 million: where from?" }).click();
  await expect(page.getByRole("dialog")).toContainText("£311,663,662");
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Remove Bury" }).click();
  await expect(page).toHaveURL(/\/compare\?a=kent&b=dorset&measure=block$/);
  await expect(figures(page).getByRole("rowheader")).toHaveText(["Kent", "Dorset"]);
});

test("set courses against their first common year", async ({ page }) => {
  await page.goto("/compare?a=kent&b=devon&scale=index");
  const table = figures(page).getByRole("table", { name: /index: 31 March 20\d\d is 100/ });
  await expect(table).toBeVisible();
  await expect(table.getByRole("cell", { name: /^100 / })).toHaveCount(2);
});

test("planned deficits on different footings are never given as an index", async ({ page }) => {
  await page.goto("/compare?a=devon&b=wiltshire&measure=promised&scale=index");
  await expect(page.getByText("an index would compare unlike things")).toBeVisible();
  const panels = page.getByRole("region", { name: "Planned deficit" });
  await expect(panels).toContainText("before DfE money (gross)");
  await expect(panels.locator("polyline")).toHaveCount(0);
});

test("what isn't understood is told, and loses nothing", async ({ page, expectAccessible }) => {
  await page.goto("/compare?a=kent&b=Bournmouth&c=atlantis&measure=colour");
  await expect(page.getByText("There is no measure or scale “colour”.")).toBeVisible();
  await expect(page.getByLabel("Council not found").first()).toHaveValue("Bournmouth");
  await expect(page.getByText("We know no council “atlantis”.")).toBeVisible();
  await expect(figures(page).getByRole("rowheader")).toHaveText(["Kent"]);
  await expectAccessible();
  await page.getByRole("link", { name: "Bournemouth, Christchurch and Poole" }).click();
  await expect(figures(page).getByRole("rowheader")).toHaveText([
    "Kent",
    "Bournemouth, Christchurch and Poole",
  ]);
  await expect(page.getByLabel("Council not found")).toHaveValue("atlantis");
});

test("a seventh council is named, not dropped in silence", async ({ page }) => {
  await page.goto("/compare?a=kent&b=bury&c=devon&d=dorset&e=surrey&f=norfolk&g=york");
  await expect(page.getByText("Left out: York.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Net deficit" }).getByRole("img")).toHaveCount(6);
});

test("take along what is compared", async ({ page, request }) => {
  await page.goto("/compare?a=kent&b=bury&measure=plan");
  const href = await page.getByRole("link", { name: "These figures as CSV" }).getAttribute("href");
  const answer = await request.get(href ?? "");
  expect(answer.headers()["content-type"]).toContain("text/csv");
  const lines = (await answer.text()).trim().split("\r\n");
  expect(lines[0]).toMatch(/^gssCode,dfeCode,name,measure,at,value,/);
  expect(new Set(lines.slice(1).map((line) => line.split(",")[2]))).toEqual(new Set(["Kent", "Bury"]));
  expect((await request.get("/compare/table.csv?a=atlantis")).status()).toBe(404);
  expect((await request.get("/compare/table.csv?a=kent&measure=colour")).status()).toBe(400);
});

for (const measure of ["net", "gross", "plan", "promised"]) {
  test(`compare six by ${measure} on a phone without scrolling the page sideways`, async ({
    page,
    expectAccessible,
  }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`/compare?a=kent&b=bury&c=devon&d=dorset&e=surrey&f=norfolk&measure=${measure}`);
    expect(await sidewaysScroll(page)).toBe(0);
    await expectAccessible();
  });
}

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("tick, compare, add and remove", async ({ page }) => {
    await page.goto("/authorities?programme=safety-valve");
    for (const name of ["Bury", "Kent"]) await page.getByLabel(`Compare ${name}`).check();
    await page.getByRole("button", { name: "Compare" }).click();
    await page.getByLabel("Add a council").fill("885");
    await page.getByRole("button", { name: "Show" }).click();
    await expect(figures(page).getByRole("rowheader")).toHaveText(["Bury", "Kent", "Worcestershire"]);
    await page.getByRole("link", { name: "Remove Kent" }).click();
    await expect(figures(page).getByRole("rowheader")).toHaveText(["Bury", "Worcestershire"]);
  });
});
