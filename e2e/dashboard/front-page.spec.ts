import { expect, test } from "../fixtures";

test("open the front page and learn how many councils signed and how they stand", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Did councils keep their safety valve agreements?",
  );
  await expect(
    page.getByText(
      "38 councils signed. By what is published, none is shown to have missed its agreement, 13 are at risk, none is shown to be on track, and 25 can’t be judged.",
    ),
  ).toBeVisible();
  await expect(page.getByRole("main")).toContainText("not a judgement by the Department for Education");
});

test("see the 38 councils by how they stand, then by net deficit", async ({ page }) => {
  await page.goto("/");
  const table = page.getByRole("table", { name: /signed a safety valve agreement/ });
  const rows = table.getByRole("row").filter({ has: page.getByRole("rowheader") });
  await expect(rows).toHaveCount(38);
  await expect(rows.filter({ has: page.getByRole("cell", { name: "At risk" }) })).toHaveCount(13);
  await expect(rows.filter({ has: page.getByRole("cell", { name: "Not judged" }) })).toHaveCount(25);
  await expect(rows.filter({ hasText: "Kent" })).toContainText("£67,167,405");

  const listed = await rows.evaluateAll((all) =>
    all.map((row) => {
      const text = row.textContent ?? "";
      const pounds = Number(/£([\d,]+)/.exec(text)?.[1]?.replaceAll(",", ""));
      return {
        status: text.includes("At risk") ? 0 : 1,
        deficit: text.includes("surplus") ? -pounds : pounds,
      };
    }),
  );
  expect(listed).toEqual(listed.toSorted((a, b) => a.status - b.status || b.deficit - a.deficit));
});

test("go from a count to the councils that it counts", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("list", { name: "How they stand" }).getByRole("link", { name: "13 at risk" }).click();
  await expect(page).toHaveURL(/status=at-risk/);
  await expect(page.getByRole("combobox", { name: "Promise" })).toHaveValue("at-risk");
  await expect(page.getByRole("status")).toHaveText("13 of 153 councils");
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
