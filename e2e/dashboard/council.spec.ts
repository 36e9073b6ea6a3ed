import { expect, test } from "../fixtures";

test("open Kent from the front page", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("link", { name: "Kent", exact: true }).click();
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
