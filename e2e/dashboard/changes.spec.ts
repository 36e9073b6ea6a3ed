import { expect, test } from "../fixtures";

test("go to the changes from any page, and learn that nothing has changed yet", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Changes" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Changes");
  await expect(page.getByRole("main")).toContainText(
    "Nothing has changed at the publishers since we began to watch them.",
  );
});

test("choose a council and a kind, and find them in the address", async ({ page }) => {
  await page.goto("/changes?authority=kent");
  const filters = page.getByRole("form", { name: "Filter the changes" });
  await expect(filters.getByRole("combobox", { name: "Council", exact: true })).toHaveValue("kent");
  await filters.getByRole("combobox", { name: "What changed" }).selectOption("Planned deficit");
  await filters.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/\/changes\?authority=kent&kind=profile-point-changed$/);
  await expect(page.getByRole("main")).toContainText(
    "No change of the kind “Planned deficit” about Kent has been noticed.",
  );
  await page.getByRole("link", { name: "All changes", exact: true }).click();
  await expect(page).toHaveURL(/\/changes$/);
});

test("be told that a council isn't known", async ({ page }) => {
  await page.goto("/changes?authority=atlantis");
  await expect(page.getByRole("main")).toContainText("We know no council “atlantis”");
});

test("subscribe to the feed, which is whole even while it's empty", async ({ page, request }) => {
  await page.goto("/changes");
  const offered = page.locator('link[rel="alternate"][type="application/atom+xml"]');
  await expect(offered).toHaveAttribute("href", /\/feeds\/changes\.atom$/);
  const answer = await request.get("/feeds/changes.atom");
  expect(answer.headers()["content-type"]).toBe("application/atom+xml; charset=utf-8");
  expect(await answer.text()).toMatch(/<updated>\d{4}-\d{2}-\d{2}T[\d:.]+Z<\/updated>/);
});

test("ask for the changes as a program", async ({ request }) => {
  const answer = await request.get("/api/v1/changes?authority=kent&limit=5");
  expect(answer.status()).toBe(200);
  expect(await answer.json()).toMatchObject({ data: [], nextCursor: null });
  expect((await request.get("/api/v1/changes?authority=atlantis")).status()).toBe(404);
  expect((await request.get("/api/v1/changes?since=lately")).status()).toBe(400);
});

test("set the versions of an agreement against each other", async ({ page }) => {
  await page.goto("/authorities/bury");
  const history = page.getByRole("region", { name: "History of the agreement" });
  await expect(history.getByText("Revised 2024, the one that stands")).toBeVisible();
  const choice = history.getByRole("form", { name: "Compare two versions" });
  await choice.getByRole("combobox", { name: "Compare" }).selectOption("Revised 2024");
  await choice.getByRole("combobox", { name: "With" }).selectOption("Original");
  await choice.getByRole("button", { name: "Compare" }).click();
  await expect(page).toHaveURL(/\/authorities\/bury\?from=revised-2024&to=original#history$/);
  await expect(choice.getByRole("combobox", { name: "With" })).toHaveValue("original");
  await expect(history).toContainText("Of one of these versions we hold no document");
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("choose a council all the same", async ({ page }) => {
    await page.goto("/changes?authority=kent");
    await page.getByRole("button", { name: "Show" }).click();
    await expect(page).toHaveURL(/\/changes\?authority=kent&kind=$/);
    await expect(page.getByRole("main")).toContainText("No change about Kent has been noticed.");
  });
});
