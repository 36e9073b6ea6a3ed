import { expect, test } from "../fixtures";

test("find a council from any page by typing its name", async ({ page }) => {
  await page.goto("/about");
  const search = page.getByRole("search");
  await search.getByRole("searchbox", { name: "Find a council by name or code" }).fill("kent");
  await search.getByRole("button", { name: "Find" }).click();
  await expect(page.getByRole("rowheader", { name: "Kent" })).toBeVisible();
  await expect(page.getByRole("status")).toContainText("of 153 councils");
});

for (const [what, query, council] of [
  ["an abolished council's name", "bournemouth", "Bournemouth, Christchurch and Poole"],
  ["the name publications print", "bristol, city of", "Bristol"],
  ["an abolished ONS code", "E10000009", "Dorset"],
  ["its DfE code", "886", "Kent"],
  ["its ONS code", "e10000016", "Kent"],
] as const) {
  test(`find a council by ${what}`, async ({ page }) => {
    await page.goto("/authorities");
    await page.getByRole("searchbox", { name: "Name or code", exact: true }).fill(query);
    await expect(page.getByRole("rowheader", { name: council }).first()).toBeVisible();
    await expect(page.getByRole("status")).not.toContainText("All");
    await expect(page).toHaveURL(/\?q=/);
  });
}

test("be told when nothing answers", async ({ page }) => {
  await page.goto("/authorities?q=atlantis");
  await expect(page.getByText("No council answers to that.")).toBeVisible();
  await expect(page.getByRole("status")).toHaveText("0 of 153 councils");
});
