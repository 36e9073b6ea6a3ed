import { expect, test } from "../fixtures";

test("learn why Bristol is at risk, down to the figures and where they are from", async ({ page }) => {
  await page.goto("/authorities/bristol");
  const sentence =
    "A forecast of May 2025 puts the deficit at 31 March 2026 at £76.8 million after DfE money, against £41.3 million planned in the council’s own plan.";
  await expect(page.getByRole("main")).toContainText(`At risk: a${sentence.slice(1)}`);
  const rests = page.getByRole("list", { name: "The figures this rests on" });
  await rests.getByRole("button", { name: "£76,800,000: where from?" }).click();
  const card = page.getByRole("dialog", { name: "Where £76,800,000 comes from" });
  await expect(card).toContainText("Forecast deficit at 31 March 2026");
  await expect(card).toContainText("gathered by hand with a citation");
  await page.keyboard.press("Escape");

  const flags = page.getByRole("region", { name: "Flags" });
  await expect(flags.getByRole("heading", { name: "Forecast above the profile or plan" })).toBeVisible();
  const evidence = flags.getByRole("table").first();
  await expect(evidence).toContainText("£41,300,000");
  await expect(flags).toContainText(
    "The latest published forecast is above the planned deficit plus the tolerance",
  );
});

test("see a council under review with what was withheld, and follow the flag to its own page", async ({
  page,
}) => {
  await page.goto("/authorities/dorset");
  await expect(
    page.getByText("At risk: payment withheld or suspended; agreement under review."),
  ).toBeVisible();
  const rests = page.getByRole("list", { name: "What this rests on" });
  await expect(rests).toContainText("amount not known for 2023 to 2024");
  const flags = page.getByRole("region", { name: "Flags" });
  await flags.getByRole("link", { name: /History.*Agreement under review/ }).click();
  await expect(page).toHaveURL(/\/flags\/838-under-review$/);
  await expect(page.getByRole("main")).toContainText("under review since 21 March 2024");
});

test("open another flag with the keyboard", async ({ page }) => {
  await page.goto("/authorities/norfolk");
  const summary = page.getByText("Why is it flagged? Agreement under review");
  const statement = page.getByText("Press says the agreement was renegotiated (details not found)").first();
  await expect(statement).toBeHidden();
  await summary.focus();
  await page.keyboard.press("Enter");
  await expect(statement).toBeVisible();
});

test("learn that a moved target keeps what was promised first", async ({ page }) => {
  await page.goto("/authorities/bury");
  await expect(page.getByRole("region", { name: "Flags" })).toContainText(
    "moved balance in the year from 2024 to 2025 to a year not known",
  );
});

test("learn that moved payments are no moved target", async ({ page }) => {
  await page.goto("/authorities/york");
  const flags = page.getByRole("region", { name: "Flags" });
  await expect(flags.getByRole("heading", { name: "Payments moved between years" })).toBeVisible();
  await expect(flags.getByRole("heading", { name: "Target moved" })).toHaveCount(0);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("open a flag to its evidence", async ({ page }) => {
    await page.goto("/authorities/norfolk");
    await page.getByText("Why is it flagged? Agreement under review").click();
    await expect(page.getByText("DfE lists the agreement as under review").first()).toBeVisible();
  });
});
