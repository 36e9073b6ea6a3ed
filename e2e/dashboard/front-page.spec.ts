import { expect, test } from "../fixtures";

test("open the front page and learn how many councils signed and how they stand", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Did councils keep their safety valve agreements?",
  );
  await expect(
    page.getByText(
      /^38 councils signed\. By what we held on \d{1,2} \w+ 20\d\d, none is shown to have missed its agreement, 13 are at risk, none is shown to be on track, and 25 can’t be judged\.$/,
    ),
  ).toBeVisible();
  await expect(page.getByRole("main")).toContainText("not a judgement by the Department for Education");
});

test("see the 38 councils ranked by net deficit, since no gap to a promise can be told", async ({ page }) => {
  await page.goto("/");
  const table = page.getByRole("table", { name: /by how far above the plan/ });
  const rows = table.getByRole("row").filter({ has: page.getByRole("rowheader") });
  await expect(rows).toHaveCount(38);
  await expect(rows.filter({ has: page.getByRole("cell", { name: "At risk" }) })).toHaveCount(13);
  await expect(rows.filter({ has: page.getByRole("cell", { name: "Not judged" }) })).toHaveCount(25);
  await expect(rows.filter({ hasText: "Kent" })).toContainText("£67,167,405");
  await expect(rows.first()).toContainText("Devon");

  const listed = await rows.evaluateAll((all) =>
    all.map((row) => {
      const text = row.textContent ?? "";
      const pounds = Number(/£([\d,]+)/.exec(text)?.[1]?.replaceAll(",", ""));
      return text.includes("surplus") ? -pounds : pounds;
    }),
  );
  expect(listed).toEqual(listed.toSorted((a, b) => b - a));
});

test("find a council on the map by keyboard, read how it stands, and go to its page", async ({ page }) => {
  await page.goto("/");
  const map = page.getByRole("group", { name: "How England’s councils stand" });
  await expect(map.getByRole("link")).toHaveCount(153);
  const norfolk = map.getByRole("link", { name: /^Norfolk\. At risk: / });
  await norfolk.focus();
  await expect(norfolk.locator(".hex-caption")).toBeVisible();
  await expect(norfolk.locator(".hex-caption")).toContainText(/^\s*Norfolk\s*At risk/);
  await expect(map.getByRole("link", { name: /^Suffolk\. / }).locator(".hex-caption")).toBeHidden();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Norfolk");
});

test("go from a council in the ranked list to its place on the map", async ({ page }) => {
  await page.goto("/");
  await page
    .getByRole("row", { name: /Kent/ })
    .getByRole("link", { name: "KEN", exact: true })
    .press("Enter");
  await expect(page).toHaveURL(/#hex-ken$/);
  const place = page.getByRole("link", { name: /^Kent\. At risk: / });
  await expect(place).toBeInViewport();
  await expect(place.locator(".hex-caption")).toBeVisible();
  await expect(place.locator(".hex-caption")).toContainText(/^\s*Kent\s*At risk/);
});

test("go from a count to the councils that it counts, on the map and in the list", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("list", { name: "How they stand" }).getByRole("link", { name: "13 at risk" }).click();
  await expect(page).toHaveURL(/status=at-risk/);
  await expect(page.getByRole("combobox", { name: "Promise" })).toHaveValue("at-risk");
  const table = page.getByRole("table", { name: /by how far above the plan/ });
  await expect(table.getByRole("rowheader")).toHaveCount(13);
});

test("without script: filter by region and year, in the address", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/");
  const form = page.getByRole("form", { name: "Filter the map and the list" });
  await form.getByRole("combobox", { name: "Region" }).selectOption("South West");
  await form.getByRole("combobox", { name: "Year" }).selectOption("2023-24");
  await form.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/region=South\+West&year=2023-24/);
  await expect(page.getByRole("heading", { name: "Judged by 2023 to 2024 alone" })).toBeVisible();
  const rows = page.getByRole("table", { name: /by how far above the plan/ }).getByRole("rowheader");
  await expect(rows.filter({ hasText: "Devon" })).toHaveCount(1);
  await expect(rows.filter({ hasText: "Kent" })).toHaveCount(0);
  await page.getByText("The map as a table").click();
  await expect(page.getByRole("table", { name: /on the map/ }).getByRole("rowheader")).toHaveCount(15);
  await context.close();
});

test("be told on a later day what was found since, and have it forgotten", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByText("You were last here on")).toHaveCount(0);
  await page.evaluate(() => window.localStorage.setItem("visits", "2020-01-02"));
  await page.reload();
  await expect(page.getByText("You were last here on 2 January 2020.")).toBeVisible();
  await page.getByRole("button", { name: "Forget them" }).click();
  await expect(page.getByText("You were last here on")).toHaveCount(0);
  expect(await page.evaluate(() => window.localStorage.getItem("visits"))).toBeNull();
});

test("be told that the pages rest on the bundled archive", async ({ page }) => {
  await page.goto("/");
  const banner = page.getByRole("complementary", { name: "About these figures" });
  await expect(banner).toContainText("These pages rest on our bundled archive.");
  await expect(banner).toContainText("Live sources have not been reached yet.");
});

test("see both published versions of England's allocation for 2023 to 2024", async ({ page }) => {
  await page.goto("/");
  const table = page.getByRole("table", {
    name: "High needs block of England by year and published version",
  });
  const versions = table
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name: "2023 to 2024" }) });
  await expect(versions).toHaveCount(2);
  await expect(versions.nth(0)).toContainText("20 July 2023");
  await expect(versions.nth(0)).toContainText("£9,952,172,126");
  await expect(versions.nth(1)).toContainText("older version");
  await expect(versions.nth(1)).toContainText("£9,953,984,391");
});

test("see how many signed in which year", async ({ page }) => {
  await page.goto("/");
  const cohorts = page.getByRole("region", { name: "When they signed" });
  for (const [year, councils] of [
    ["2020 to 2021", "5"],
    ["2021 to 2022", "9"],
    ["2022 to 2023", "20"],
    ["2023 to 2024", "4"],
  ] as const) {
    await expect(cohorts.getByText(`${year}${councils}`)).toBeVisible();
  }
});
