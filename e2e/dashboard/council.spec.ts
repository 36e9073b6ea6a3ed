import { awaken, expect, test } from "../fixtures";

test("open Kent from the front page", async ({ page }) => {
  await page.goto("/");
  const ranked = page.locator("#councils");
  await ranked.getByRole("link", { name: "Kent", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Kent");
  await expect(page.getByText("At risk: said to be off track.")).toBeVisible();
});

test("see Kent's deficit of £67,167,405, net, at 31 March 2024", async ({ page }) => {
  await page.goto("/authorities/kent");
  const table = page.getByRole("table", { name: "Published balances of Kent, newest first" });
  const row = table.getByRole("row").filter({ hasText: "£67,167,405" });
  await expect(row).toContainText("31 March 2024");
  await expect(row).toContainText("after DfE money (net)");
  await expect(row).toContainText("whole dedicated schools grant");
});

test("see Kent's balance as a picture that says itself in words", async ({ page }) => {
  await page.goto("/authorities/kent");
  const chart = page.getByRole("img", { name: "Published balance of Kent" });
  await expect(chart).toHaveCount(1);
  await expect(chart).toHaveAccessibleDescription(/£67\.2m in Mar 2024/);
});

test("ask with the mouse where a figure is from", async ({ page }) => {
  await page.goto("/authorities/kent");
  await page.getByRole("button", { name: "£67,167,405: where from?" }).first().click();
  const card = page.getByRole("dialog", { name: "Where £67,167,405 comes from" });
  await expect(card).toBeVisible();
  await expect(card).toContainText("Kent: deficit, after DfE money (net)");
  await expect(card).toContainText("31 March 2024");
  await expect(card).toContainText("of our facsimile");
  await expect(card).toContainText("our archive copy, rebuilt from published figures");
  await expect(card).toContainText("Open Government Licence v3.0");
  await expect(card.getByRole("link", { name: "The page cited" })).toHaveAttribute("href", /^https:/);
  const snapshot = card.getByRole("link", { name: "Our snapshot" });
  await expect(snapshot).toHaveAttribute("href", /^\/api\/v1\/snapshots\/[0-9a-f]{64}$/);
  const answer = await page.request.get((await snapshot.getAttribute("href")) ?? "");
  expect(answer.status()).toBe(200);
});

test("ask with the keyboard where a figure is from, and go back to reading", async ({ page }) => {
  await page.goto("/authorities/kent");
  const figure = page.getByRole("button", { name: "£67,167,405: where from?" }).first();
  await figure.focus();
  await page.keyboard.press("Enter");
  const card = page.getByRole("dialog", { name: "Where £67,167,405 comes from" });
  await expect(card).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(card.getByRole("link", { name: "The page cited" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(card).toBeHidden();
  await expect(figure).toBeFocused();
});

test("see both published versions of Kent's allocation for 2023 to 2024", async ({ page }) => {
  await page.goto("/authorities/kent");
  const table = page.getByRole("table", { name: "High needs block of Kent by year and published version" });
  const versions = table
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name: "2023 to 2024" }) });
  await expect(versions).toHaveCount(2);
  await expect(versions.filter({ hasText: "£311,663,662" })).toContainText("20 July 2023");
  await expect(versions.filter({ hasText: "£311,984,606" })).toContainText("older version");
});

test("read what is known of an agreement, and what isn't", async ({ page }) => {
  await page.goto("/authorities/bury");
  const terms = page.getByRole("table", { name: /Known terms of the agreement with Bury/ });
  await expect(terms.getByRole("columnheader", { name: "Original" })).toBeVisible();
  await expect(terms.getByRole("columnheader", { name: "Revised 2024 current" })).toBeVisible();
  await expect(terms.getByRole("row", { name: /In-year balance by/ })).toContainText("2024 to 2025");
  await expect(terms.getByRole("row", { name: /In-year balance by/ })).toContainText("we do not hold it");
});

test("learn that a replaced promise is not the one in force", async ({ page }) => {
  await page.goto("/authorities/bury");
  await expect(page.getByRole("main")).toContainText(
    "It first agreed to balance its yearly spending by 2024 to 2025; the agreement was revised",
  );
  await expect(page.getByRole("main")).toContainText("a fall can be grant money rather than recovery");
});

test("see that the sources differ, and on which basis", async ({ page }) => {
  await page.goto("/authorities/hillingdon");
  await expect(page.getByText(/^For 31 March 2024 the sources differ/)).toContainText(
    "£50.6 million, basis not stated; £25.6 million, after DfE money (net). The basis may explain it.",
  );
});

test("come to a council by its DfE code", async ({ page }) => {
  await page.goto("/authorities/886");
  await expect(page).toHaveURL(/\/authorities\/kent$/);
});

test("be told that there is no such council", async ({ page }) => {
  const answer = await page.goto("/authorities/atlantis");
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Page not found");
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("be told that there is no such council", async ({ page }) => {
    const answer = await page.goto("/authorities/atlantis");
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Page not found");
    await expect(page.getByRole("main").getByRole("link", { name: "all councils" })).toBeVisible();
  });

  test("read the council's page and ask a figure where it is from", async ({ page }) => {
    await page.goto("/authorities/kent");
    await expect(page.getByRole("img", { name: "Published balance of Kent" })).toBeVisible();
    await page.getByRole("button", { name: "£67,167,405: where from?" }).first().click();
    await expect(page.getByRole("dialog", { name: "Where £67,167,405 comes from" })).toBeVisible();
  });
});

test("go through the points of the chart with the arrow keys, and ask one where it is from", async ({
  page,
}) => {
  await page.goto("/authorities/kent");
  await awaken(page);
  const points = page.locator(".chart-point:visible");
  await expect(page.locator(".chart-point:visible[tabindex='0']")).toHaveCount(1);
  await points.first().focus();
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  const words = page.locator(".chart-tip:visible");
  await expect(words).toContainText("£97,500,000");
  await expect(words).toContainText("after DfE money (net)");
  await page.keyboard.press("Escape");
  await expect(words).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(page.locator(".where-from:popover-open")).toContainText("31 March 2025");
});

test("read the chart as a table with one key", async ({ page }) => {
  await page.goto("/authorities/kent");
  await page.getByText("The chart as a table").focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("table", { name: "Every point of the chart of Kent" })).toContainText(
    "£67,167,405",
  );
});

test("set other councils beside a council without script", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/authorities/kent?neighbours=bury&neighbours=york");
  const table = page.getByRole("table", { name: "Kent and the councils chosen" });
  await expect(table.getByRole("row")).toHaveCount(4);
  await page.getByLabel("Add a council").selectOption("Bristol");
  await page.getByRole("checkbox", { name: "York" }).uncheck();
  await page.getByRole("button", { name: "Show these" }).click();
  await expect(page).toHaveURL(/neighbours=bury&neighbours=bristol/);
  await expect(table.getByRole("link")).toHaveText(["Bury", "Bristol"]);
  await context.close();
});

test("take the chart along: as a picture, as figures, in a frame of another site", async ({ request }) => {
  const answerOf = (path: string) => request.get(path);
  const svg = await answerOf("/charts/authorities/kent.svg");
  expect(svg.headers()["content-type"]).toContain("image/svg+xml");
  expect(await svg.text()).toContain("£97.5m after DfE money");
  const png = await answerOf("/charts/authorities/kent.png");
  expect([...(await png.body()).subarray(1, 4)]).toEqual([..."PNG"].map((letter) => letter.charCodeAt(0)));
  expect(await (await answerOf("/charts/authorities/kent.csv")).text()).toContain(
    "2024-03-31,67167405,67167405",
  );
  const embed = await answerOf("/embed/authorities/kent");
  expect(embed.headers()["x-frame-options"]).toBeUndefined();
  expect(embed.headers()["content-security-policy"]).toContain("frame-ancestors *");
  expect(await embed.text()).toContain("Sources: DfE section 251 outturn");
  expect((await answerOf("/charts/authorities/atlantis.svg")).status()).toBe(404);
});
