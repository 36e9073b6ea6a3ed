import { expect, sidewaysScroll, test } from "../fixtures";

test("go to the flags from any page, and learn how many are open", async ({ page, expectAccessible }) => {
  await page.goto("/");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Flags" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Flags");
  await expect(page.getByRole("main")).toContainText(/\d+ flags are open on \d+ councils/);
  await expect(page.getByRole("main")).toContainText("not a judgement by the Department for Education");
  await expectAccessible();
});

test("the archive shows no council as having missed its promise", async ({ page, request }) => {
  await page.goto("/flags");
  await expect(page.getByRole("main")).toContainText("none of them says that a promise was missed");
  const answer = await (await request.get("/api/v1/flags?severity=missed")).json();
  expect(answer.data).toEqual([]);
});

test("choose by keyboard, open a flag, and ask a figure where it is from", async ({
  page,
  expectAccessible,
}) => {
  await page.goto("/flags");
  const filters = page.getByRole("form", { name: "Filter the flags" });
  await filters.getByLabel("Rule").selectOption("Agreement under review");
  await filters.getByRole("button", { name: "Show" }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/flags\?authority=&rule=under-review&severity=&state=$/);
  const review = page.getByRole("region", { name: "At risk" });
  await expect(review.getByRole("listitem")).toHaveCount(5);
  const way = review.getByRole("link", { name: /How this was worked out ?: Dorset/ });
  await way.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/flags\/838-under-review$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Dorset: Agreement under review");
  await expectAccessible();

  const evidence = page.getByRole("region", { name: "How this was worked out" });
  await evidence.getByRole("button").first().focus();
  await page.keyboard.press("Enter");
  const card = evidence.getByRole("dialog").first();
  await expect(card).toBeVisible();
  await expect(card).toContainText("Licence");
  await page.keyboard.press("Escape");
  await expect(card).toBeHidden();
  await expect(page.getByRole("region", { name: "History" })).toContainText("Raised");
  await expect(page.getByRole("region", { name: "Is this wrong?" })).toContainText("838-under-review");
});

test("follow a flag to its rule, and the rule to an example", async ({ page, expectAccessible }) => {
  await page.goto("/flags/801-deficit-heading-above-profile-2025-26");
  await expect(page.getByRole("main")).toContainText("£76.8 million");
  await page.getByRole("link", { name: /How the rule/ }).click();
  await expect(page).toHaveURL(/\/methodology#deficit-heading-above-profile$/);
  const rule = page.getByRole("article", { name: "Forecast above the profile or plan" });
  await expect(rule).toBeInViewport();
  await expect(rule).toContainText("Known weaknesses");
  await expect(rule.getByRole("link", { name: /\d+ open/ })).toBeVisible();
  const missed = page.getByRole("article", { name: "Deficit above the agreed profile" });
  await expect(missed).toContainText("No council’s published figures give cause for this flag.");
  await expect(page.getByRole("region", { name: "Tolerance and thresholds" })).toContainText("£250,000");
  await expectAccessible();
});

test("the feeds are offered and whole", async ({ page, request }) => {
  await page.goto("/flags");
  await expect(page.locator('link[rel="alternate"][type="application/atom+xml"]')).toHaveAttribute(
    "href",
    /\/feeds\/flags\.atom$/,
  );
  for (const feed of ["/feeds/flags.atom", "/feeds/authorities/dorset.atom"]) {
    const answer = await request.get(feed);
    expect(answer.headers()["content-type"]).toBe("application/atom+xml; charset=utf-8");
    expect(await answer.text()).toContain("Dorset: Agreement under review");
  }
});

test("an address that no flag has says so", async ({ page }) => {
  const answer = await page.goto("/flags/801-nothing");
  expect(answer?.status()).toBe(404);
});

test("nothing sticks out of a phone", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const path of ["/flags", "/flags/838-under-review", "/methodology"]) {
    await page.goto(path);
    expect(await sidewaysScroll(page), path).toBe(0);
  }
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("choose a council all the same, and unfold what is folded", async ({ page }) => {
    await page.goto("/flags");
    await page
      .getByText(/\d+ flags: /)
      .first()
      .click();
    await expect(page.getByText("No published deficit is held for").first()).toBeVisible();
    const filters = page.getByRole("form", { name: "Filter the flags" });
    await filters.getByLabel("Council").selectOption("Bury");
    await filters.getByRole("button", { name: "Show" }).click();
    await expect(page).toHaveURL(/\/flags\?authority=bury&rule=&severity=&state=$/);
    await expect(page.getByRole("main")).toContainText("moved balance in the year from 2024 to 2025");
  });

  test("be told that a council isn't known", async ({ page }) => {
    await page.goto("/flags?authority=atlantis");
    await expect(page.getByRole("main")).toContainText("We know no council “atlantis”");
  });
});
