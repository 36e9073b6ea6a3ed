import { extractText, getDocumentProxy } from "unpdf";
import { EXPORT_TABLES } from "../../src/shapes/api-shapes";
import { API_ROUTES } from "../../src/wording/api-routes";
import { awaken, expect, test } from "../fixtures";

test("print a council's page: A4, with its address, its day, its figures and their sources", async ({
  page,
  baseURL,
}) => {
  test.setTimeout(90_000);
  await page.goto("/authorities/kent");
  await awaken(page);
  await page.waitForFunction(
    () => getComputedStyle(document.documentElement).getPropertyValue("--printed-from") !== "",
  );
  const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
  const [left = 0, bottom = 0, right = 0, top = 0] = (await pdf.getPage(1)).view;
  expect([Math.round(right - left), Math.round(top - bottom)]).toEqual([595, 842]);
  const { text } = await extractText(pdf);
  const printed = text.join(" ").replace(/\s+/g, " ");
  expect(printed).toContain(`${baseURL}/authorities/kent`);
  expect(printed).toMatch(/as it stood on \d{1,2} [A-Z][a-z]+ \d{4}/);
  expect(printed).toContain("£67,167,405");
  expect(printed).toMatch(/\/authorities\/kent, printed on \d{1,2} [A-Z][a-z]+ \d{4}/);
  expect(printed).toMatch(/1 of \d+/);
  expect(printed.match(/\(https:\/\/[^)]+\)/g)?.length).toBeGreaterThan(0);
  expect(printed).not.toContain("Find a council");
});

test("print in the dark: black on white all the same", async ({ page }) => {
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await page.goto("/authorities/kent");
  const [paper, ink] = await page.evaluate(() => {
    const { backgroundColor, color } = getComputedStyle(document.body);
    return [backgroundColor, color].map((rgb) => (rgb.match(/\d+/g) ?? []).slice(0, 3).map(Number));
  });
  expect(Math.min(...(paper ?? []))).toBeGreaterThan(250);
  expect(Math.max(...(ink ?? []))).toBeLessThan(30);
});

test("download every table, and look up what its columns mean", async ({ page, request }) => {
  await page.goto("/data");
  const tables = page.getByRole("table", { name: "The tables, each as CSV and JSON" });
  for (const table of EXPORT_TABLES) {
    const csv = tables.locator(`a[href="/api/v1/export/${table}.csv"]`);
    await expect(csv).toHaveCount(1);
    await expect(tables.locator(`a[href="/api/v1/export/${table}.json"]`)).toHaveCount(1);
    const head = (await (await request.get(`/api/v1/export/${table}.csv`)).text()).split("\r\n", 1)[0];
    const columns = await page.locator(`#${table} tbody th code`).allTextContents();
    expect(columns.join(",")).toBe(head);
  }
});

test("follow a table to its columns, folded as they are", async ({ page }) => {
  await page.goto("/data#outturns");
  await expect(page.getByRole("table", { name: "Columns of outturns, in their order" })).toBeVisible();
  await expect(
    page.locator("#outturns").getByText("A deficit is positive, a surplus negative."),
  ).toBeVisible();
});

test("every example of the page for developers answers as it says", async ({ page, request }) => {
  await page.goto("/developers");
  for (const { examples, mediaType } of API_ROUTES) {
    for (const example of examples("kent")) {
      await expect(page.getByRole("main").locator(`a[href="${example}"]`)).toHaveCount(1);
      const answer = await request.get(example);
      expect(answer.status(), example).toBe(200);
      expect(answer.headers()["content-type"], example).toContain(mediaType);
    }
  }
  await expect(page.getByText('"deficitGbp"')).toBeVisible();
});

test("be told where to go from an address without a page", async ({ page }) => {
  await page.goto("/authorities/atlantis");
  await page.getByRole("searchbox", { name: "Find a council by name or code" }).last().fill("kent");
  await page.getByRole("main").getByRole("button", { name: "Find" }).click();
  await expect(page).toHaveURL(/\/authorities(\/kent|\?q=kent)/);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  for (const [path, sentence] of [
    ["/about", "This site sets what 38 councils agreed"],
    ["/accessibility", "Everybody should be able to read what was promised"],
    ["/privacy", "You can read everything here without telling us who you are"],
    ["/methodology", "A promise counts as missed only where the agreement itself"],
    ["/data", "The figures of every council can be downloaded"],
    ["/developers", "Everything the pages show can be read by programs too"],
  ] as const) {
    test(`read ${path}`, async ({ page }) => {
      await page.goto(path);
      await expect(page.getByRole("main")).toContainText(sentence);
      for (const section of await page.getByRole("main").getByRole("region").all())
        await expect(section).toBeVisible();
    });
  }

  test("unfold the meaning of columns and find no button that does nothing", async ({ page }) => {
    await page.goto("/data");
    await page.getByText("Year-end deficits").last().click();
    await expect(page.getByRole("table", { name: "Columns of outturns, in their order" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Copy citation" })).toBeHidden();
  });
});

test("nothing is kept about a reader but what the privacy page says", async ({ page, context, baseURL }) => {
  const elsewhere: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(`${baseURL}/`)) elsewhere.push(request.url());
  });
  for (const path of ["/", "/authorities/kent", "/changes", "/privacy"]) await page.goto(path);
  expect(await context.cookies()).toEqual([]);
  expect(elsewhere).toEqual([]);
});
