import { expect, test } from "../fixtures";

test("learn that a promise can't be judged, and what is missing", async ({ page }) => {
  await page.goto("/authorities/blackpool");
  const main = page.getByRole("main");
  await expect(main).toContainText(
    "Whether it keeps its promise can’t be judged yet. The terms of the agreement are not held",
  );
  await expect(main).toContainText("That is no sign that a promise was kept.");
});

test("learn that an outturn isn't published yet", async ({ page }) => {
  await page.goto("/authorities/york");
  const table = page.getByRole("table", { name: "Planned and published deficits of York, year by year" });
  const row = table.getByRole("row").filter({ hasText: "31 March 2026" });
  await expect(row).toContainText("from the agreement");
  await expect(row).toContainText("Not published yet");
});

test("learn that an outturn isn't held, and that this says nothing good", async ({ page }) => {
  await page.goto("/authorities/richmond-upon-thames");
  const table = page.getByRole("table", { name: /^Planned and published deficits/ });
  const row = table.getByRole("row").filter({ hasText: "31 March 2025" });
  await expect(row).toContainText("a stated aim");
  await expect(row).toContainText("We don’t hold it");
  await expect(page.getByRole("main")).toContainText("Not judged");
});

test("see that a year kept in the signing year counts nowhere", async ({ page }) => {
  await page.goto("/authorities/rotherham");
  const table = page.getByRole("table", { name: /^Planned and published deficits/ });
  const row = table.getByRole("row").filter({ hasText: "31 March 2022" });
  await expect(row).toContainText("signing year, counts nowhere");
  await expect(row).toContainText("£22,013,000");
  await expect(row).toContainText("£21,370,000");
  await expect(row).toContainText("Met");
  await expect(page.getByRole("main")).toContainText("Whether it keeps its promise can’t be judged yet.");
});

test("see why figures can't be compared", async ({ page }) => {
  await page.goto("/authorities/hounslow");
  const row = page
    .getByRole("table", { name: /^Planned and published deficits/ })
    .getByRole("row")
    .filter({ hasText: "31 March 2025" });
  await expect(row).toContainText("Can’t be compared");
  await expect(row).toContainText("the planned figure was only worked back from other figures");
});

test("see that sources disagree, and that bases may explain it", async ({ page }) => {
  await page.goto("/authorities/hillingdon");
  await expect(page.getByRole("region", { name: "Flags" })).toContainText(
    "sources give between £25.6 million (after DfE money) and £50.6 million (basis not stated). One may be before DfE money and the other after it",
  );
});

test("read where a deficit leads only as far as its line goes", async ({ page }) => {
  await page.goto("/authorities/kent");
  await expect(page.getByRole("main")).toContainText("it says nothing of what has been done since");
  await page.goto("/authorities/bury");
  await expect(page.getByRole("main")).toContainText("No trend is drawn");
});

test("see that a council that never signed is held against nothing", async ({ page }) => {
  await page.goto("/authorities/camden");
  await expect(page.getByRole("main")).toContainText("This council signed no safety valve agreement.");
  await expect(page.getByRole("region", { name: "Planned and published" })).toHaveCount(0);
});
