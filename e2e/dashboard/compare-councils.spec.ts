import type { Page } from "@playwright/test";
import { awaken, expect, sidewaysScroll, test } from "../fixtures";

function rows(page: Page) {
  return page
    .getByRole("table", { name: "Councils" })
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader") });
}

test("see all 153 councils, and take along exactly those that are shown", async ({ page, request }) => {
  await page.goto("/authorities");
  await awaken(page);
  await expect(rows(page)).toHaveCount(153);
  await page.getByRole("combobox", { name: "Region" }).selectOption("London");
  await page
    .getByRole("columnheader", { name: /Net deficit/ })
    .getByRole("link")
    .click();
  const names = await rows(page).getByRole("rowheader").allTextContents();
  const href = await page.getByRole("link", { name: "These councils as CSV" }).getAttribute("href");
  const answer = await request.get(href ?? "");
  expect(answer.headers()["content-type"]).toContain("text/csv");
  const lines = (await answer.text()).trim().split("\r\n").slice(1);
  expect(lines.map((line) => line.split(",")[2])).toEqual(names);
  expect((await request.get("/authorities/table.csv?colour=red")).status()).toBe(400);
});

test("the head and the names stay while the table is scrolled on a phone", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/authorities");
  const kent = page.getByRole("rowheader", { name: "Kent" });
  await kent.scrollIntoViewIfNeeded();
  const programme = page.getByRole("columnheader", { name: /Programme/ });
  await programme.getByRole("link").focus();
  await expect(programme).toBeInViewport();
  await expect(kent).toBeInViewport();
  expect(await sidewaysScroll(page)).toBe(0);
});

test.describe("by touch, on a phone", () => {
  test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });

  test("no cell of the table is cut off or runs into the next", async ({ page }) => {
    await page.goto("/authorities");
    await expect(rows(page)).toHaveCount(153);
    const cut = await page.getByRole("table", { name: "Councils" }).evaluate((table) => {
      const laidOut = new CSSStyleSheet();
      laidOut.replaceSync("tr { content-visibility: visible !important }");
      document.adoptedStyleSheets = [laidOut];
      return [...table.querySelectorAll<HTMLElement>("th, td")]
        .filter(
          (cell) => cell.scrollWidth > cell.clientWidth + 1 || cell.scrollHeight > cell.clientHeight + 1,
        )
        .map((cell) => cell.innerText);
    });
    expect(cut).toEqual([]);
  });
});

test("the page of all councils is no burden", async ({ request }) => {
  const html = await (await request.get("/authorities")).text();
  expect(html.length).toBeLessThan(350_000);
});

test("sort the councils by deficit, largest first, then the other way round", async ({ page }) => {
  await page.goto("/authorities");
  const head = page.getByRole("columnheader", { name: /Net deficit/ });
  await head.getByRole("link").click();
  await expect(head).toHaveAttribute("aria-sort", "descending");
  await expect(page).toHaveURL(/sort=deficit/);
  const largest = await rows(page).first().getByRole("rowheader").textContent();
  // A figure that isn't held is no smallest figure: it stays last.
  await expect(rows(page).last()).toContainText("we do not hold it");

  await head.getByRole("link").click();
  await expect(head).toHaveAttribute("aria-sort", "ascending");
  await expect(rows(page).first()).toContainText("surplus");
  await expect(rows(page).last()).toContainText("we do not hold it");
  expect(largest).not.toBeNull();
});

test("send a sorted and filtered view to somebody else", async ({ page }) => {
  await page.goto("/authorities");
  await awaken(page);
  await page.getByRole("combobox", { name: "Programme" }).selectOption("Safety valve");
  await page.getByRole("combobox", { name: "Region" }).selectOption("London");
  await page
    .getByRole("columnheader", { name: /EHC plans/ })
    .getByRole("link")
    .click();
  for (const part of ["programme=safety-valve", "region=London", "sort="])
    await expect(page).toHaveURL((url) => url.search.includes(part));
  const here = await rows(page).allTextContents();
  await page.goto(page.url());
  await expect(rows(page)).toHaveCount(here.length);
  expect(await rows(page).allTextContents()).toEqual(here);
  await expect(page.getByRole("combobox", { name: "Region" })).toHaveValue("London");
});

test("ask a figure of the table where it is from, without leaving the table", async ({ page }) => {
  await page.goto("/authorities?q=kent&sort=name");
  await page.getByRole("link", { name: "£67,167,405: where from?" }).click();
  const card = page.getByRole("dialog", { name: "Where £67,167,405 comes from" });
  await expect(card).toContainText("after DfE money (net)");
  await page.keyboard.press("Escape");
  await expect(card).toBeHidden();
  await expect(page).toHaveURL(/authorities\?q=kent&sort=name/);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("filter by programme and region with the form", async ({ page }) => {
    await page.goto("/authorities");
    await expect(rows(page)).toHaveCount(153);
    await page.getByRole("combobox", { name: "Programme" }).selectOption("Safety valve");
    await page.getByRole("button", { name: "Show" }).click();
    await expect(page).toHaveURL(/programme=safety-valve/);
    await expect(rows(page)).toHaveCount(38);
  });

  test("sort with a link", async ({ page }) => {
    await page.goto("/authorities?programme=safety-valve");
    await page
      .getByRole("columnheader", { name: /Net deficit/ })
      .getByRole("link")
      .click();
    await expect(page.getByRole("columnheader", { name: /Net deficit/ })).toHaveAttribute(
      "aria-sort",
      "descending",
    );
    await expect(rows(page)).toHaveCount(38);
  });
});

test("see how large a council's deficit is beside the councils most like it", async ({ page }) => {
  await page.goto("/authorities/kent");
  const section = page.getByRole("region", { name: "Beside other councils" });
  await expect(
    section.getByText(/of \d+ in England, .* in the South East, .* with its neighbours/),
  ).toHaveCount(2);
  const table = section.getByRole("table", { name: /^Kent and the councils most like it/ });
  const listed = table.getByRole("row").filter({ has: page.getByRole("rowheader") });
  await expect(listed).toHaveCount(11);
  // £67,167,405 of £311,663,662
  await expect(listed.first()).toContainText("21.6%");
  await section.getByText("How neighbours are found").click();
  await expect(section).toContainText("It is not DfE’s or CIPFA’s list of statistical neighbours");
});

test("filter by how councils stand, gravest first", async ({ page }) => {
  await page.goto("/authorities?programme=safety-valve");
  const head = page.getByRole("columnheader", { name: "Promise" });
  await head.getByRole("link").click();
  await expect(head).toHaveAttribute("aria-sort", "ascending");
  await expect(rows(page).first()).toContainText("At risk");
  await expect(rows(page).last()).toContainText("Not judged");
  await page.getByRole("combobox", { name: "Promise" }).selectOption("Not judged");
  await expect(rows(page)).toHaveCount(25);
});
