import { expect, test } from "../fixtures";

test("see of every publication when our copy was read, and that newer ones may be out", async ({ page }) => {
  await page.goto("/sources");
  await expect(page.getByText(/^Six publications are watched/)).toContainText(
    "The publishers could not be asked from here yet, so newer editions may be out",
  );
  for (const name of [
    "Local authorities of England",
    "Dedicated schools grant (DSG) allocations",
    "LA and school expenditure (section 251 outturn)",
    "Education, health and care plans",
    "Dedicated schools grant: very high deficit intervention",
    "Evidence register",
  ]) {
    const publication = page.getByRole("region", { name, exact: true });
    await expect(publication.getByText("Our copy last read")).toBeVisible();
    await expect(publication.getByText(/\d{4}, \d{1,2}:\d\d[ap]m/).first()).toBeVisible();
    await expect(publication.getByText("Open Government Licence v3.0")).toBeVisible();
  }
});

test("see what should be out by now and isn't in our copy", async ({ page }) => {
  await page.goto("/sources");
  const expenditure = page.getByRole("region", { name: /section 251 outturn/ });
  await expect(
    expenditure.getByText(
      /overdue here: our archive copy ends earlier; the outturn of \d{4} to \d{4} was due by/,
    ),
  ).toBeVisible();
  await expect(expenditure.getByText(/^The bundled archive ends with/)).toBeVisible();
  const agreements = page.getByRole("region", { name: /very high deficit intervention/ });
  await expect(agreements.getByText("on no usual day")).toBeVisible();
});

test("see which editions are held and open one", async ({ page }) => {
  await page.goto("/sources");
  const allocations = page.getByRole("region", { name: "Dedicated schools grant (DSG) allocations" });
  await allocations.getByText("The 6 editions held").click();
  const editions = allocations.getByRole("table", { name: /Editions of/ });
  await expect(editions.getByRole("rowheader")).toHaveCount(6);
  const link = editions.getByRole("link").first();
  await expect(link).toHaveAttribute("href", /^\/api\/v1\/snapshots\/[0-9a-f]{64}$/);
});

test("read what a check found, in plain words", async ({ page }) => {
  await page.goto("/sources");
  const expenditure = page.getByRole("region", { name: /section 251 outturn/ });
  await expect(expenditure.getByText("What was found")).toBeVisible();
});

test("read whose figures these are and that we are not affiliated", async ({ page }) => {
  await page.goto("/about");
  await expect(page.getByRole("main")).toContainText(
    "not affiliated with, or endorsed by, the Department for Education",
  );
  await expect(
    page.getByRole("main").getByRole("link", { name: "Open Government Licence v3.0" }),
  ).toBeVisible();
});
