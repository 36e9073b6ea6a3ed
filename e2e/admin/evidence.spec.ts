import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { sidewaysScroll } from "../fixtures";
import { ADMIN, expect, signIn } from "./fixtures";
import { SITE, test } from "./practice";

/* On the site of invented councils, where an entry about a council misleads nobody. */

/** Pages may take that long to follow the reading of the register. */
const AT_ONCE = { timeout: 15_000 };

test.describe.configure({ mode: "serial" });

const HOST = "democracy.sampleton.example.org";

async function fill(room: Page, { amount }: { readonly amount: string }): Promise<void> {
  await room.getByLabel("Council", { exact: true }).fill("Sampleton");
  await room.getByLabel("The day it’s of").fill("2026-03-31");
  await room.getByLabel("Is the day our own conclusion?").selectOption("no");
  await room.getByLabel("Deficit, £ million").fill(amount);
  await room.getByLabel("Kind").selectOption("outturn");
  await room.getByLabel("Basis").selectOption("gross");
  await room.getByLabel("Scope").selectOption("dsg");
  await room.getByLabel("The council’s own contributions").selectOption("included");
  await room.getByLabel("When it was published").fill("2026-11-20");
  await room.getByLabel("What the source says, in your own words").fill("Before any of DfE's money.");
  await room.getByLabel("Citation").fill(`https://${HOST}/outturn (page 3)`);
  await room.getByLabel("Confidence").selectOption("high");
}

/** What the outside is told of the council's figures. */
async function outturns(room: Page): Promise<string> {
  const answer = await room.request.get(`${SITE}/api/v1/export/outturns.csv`);
  return (await answer.text())
    .split("\r\n")
    .filter((line) => line.includes(HOST))
    .join("\n");
}

test("a row is added, counts on the public pages, is edited, retired and brought back", async ({
  room,
  browser,
  expectAccessible,
}) => {
  test.setTimeout(120_000);
  await room.goto("/admin/evidence");
  await room.getByRole("link", { name: "Published deficits" }).click();
  await room.getByRole("link", { name: "Add a row" }).click();
  await expect(room.getByRole("heading", { name: "Add a row" })).toBeVisible();

  await fill(room, { amount: "seven" });
  await room.getByLabel("Why").fill("Found in the cabinet's papers.");
  await room.getByRole("button", { name: "Add it" }).click();
  await expect(room.getByLabel("Deficit, £ million")).toHaveAttribute("aria-invalid", "true");
  await expect(room.getByLabel("Confidence")).toHaveValue("high");
  await expect(room.getByLabel("Why")).toHaveValue("Found in the cabinet's papers.");
  await expectAccessible();
  await room.setViewportSize({ width: 360, height: 740 });
  expect(await sidewaysScroll(room)).toBe(0);
  await room.setViewportSize({ width: 1280, height: 800 });

  await room.getByLabel("Deficit, £ million").fill("7.4");
  await room.getByRole("button", { name: "Add it" }).click();
  await expect(room.getByRole("heading", { name: "What became of it" })).toBeVisible();
  await expect(room).toHaveURL(/\/admin\/evidence\/actuals\/entry-\d+$/);
  const reader = await browser.newPage({ baseURL: SITE });
  await expect(async () => {
    expect(await outturns(room)).toContain(",7400000,");
    await reader.goto("/authorities/sampleton");
    await expect(reader.getByRole("main")).toContainText(HOST, { timeout: 500 });
  }).toPass(AT_ONCE);

  await room.reload();
  await room.getByLabel("Deficit, £ million").fill("7.6");
  await room.getByLabel("Why").first().fill("Misread the first time.");
  await room.getByRole("button", { name: "Keep the changes" }).click();
  await expect(room.getByRole("region", { name: "What became of it" })).toContainText("7.4 → 7.6");
  await expect(async () => expect(await outturns(room)).toContain(",7600000,")).toPass(AT_ONCE);

  const retire = room.getByRole("form", { name: "Retire it" });
  await retire.getByLabel("Why").fill("It is another council's.");
  await retire.getByRole("button", { name: "Retire it" }).click();
  await expect(room.getByRole("heading", { name: "Bring it back" })).toBeVisible();
  await expectAccessible();
  await expect(async () => expect(await outturns(room)).toBe("")).toPass(AT_ONCE);

  const back = room.getByRole("form", { name: "Bring it back" });
  await back.getByLabel("Why").fill("It is this council's after all.");
  await back.getByRole("button", { name: "Bring it back" }).click();
  await expect(room.getByRole("heading", { name: "Retire it" })).toBeVisible();
  await expect(async () => expect(await outturns(room)).toContain(",7600000,")).toPass(AT_ONCE);

  await room.goto("/admin/audit?verb=entry.retire");
  await expect(room.getByRole("main")).toContainText("Retired a row of the evidence register");
  await expect(room.getByRole("main")).toContainText("It is another council's.");
  await reader.close();
});

test("what speaks against a row is said before it is kept, and it is kept by whoever says that it's right", async ({
  room,
}) => {
  await room.goto("/admin/evidence/actuals/add");
  await fill(room, { amount: "9.9" });
  await room.getByLabel("Why").fill("Another paper says otherwise.");
  await room.getByRole("button", { name: "Add it" }).click();
  await expect(room.getByRole("alert").filter({ hasText: "Look at this first" })).toContainText("£7,600,000");
  await room.getByRole("button", { name: "It is right: keep it" }).click();
  await expect(room).toHaveURL(/entry-\d+$/);
});

test("a file is taken away, and rows are brought in one: looked at first, then kept", async ({
  room,
  expectAccessible,
}) => {
  await room.goto("/admin/evidence/actuals");
  await expectAccessible();
  const waiting = room.waitForEvent("download");
  await room.getByRole("link", { name: "Take the file away (CSV)" }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toBe("actuals.csv");
  const csv = readFileSync(await download.path(), "utf8");
  const [headings = "", first = ""] = csv.split(/\r?\n/);
  expect(headings).toMatch(/^la_name,as_at_date,/);
  const row = (name: string) =>
    `${name},2022-03-31,no,4.1,,outturn,gross,dsg,included,2022-11-01,before DfE money,https://${name.toLowerCase()}.example.org/a,high,`;

  await room.goto("/admin/evidence/import");
  await room.getByLabel("A CSV file").setInputFiles({
    ...{ name: "rows.csv", mimeType: "text/csv" },
    buffer: Buffer.from(`${[headings, first, row("Sampleton"), row("Nowhereshire")].join("\n")}\n`),
  });
  await room.getByRole("button", { name: "Look at what would be kept" }).click();
  const refused = room.getByRole("region", { name: "Refused" });
  await expect(refused).toContainText("Line 4");
  await expect(refused).toContainText("No council on the reference list has this name");
  await expect(room.getByRole("region", { name: "Can be kept" })).toContainText("Line 3");
  await expect(room.getByRole("region", { name: "Held already" })).toContainText("Line 2");
  await expectAccessible();
  await room.setViewportSize({ width: 360, height: 740 });
  expect(await sidewaysScroll(room)).toBe(0);
  await room.setViewportSize({ width: 1280, height: 800 });

  // Another file than the one that was looked at is looked at first.
  const text = room.getByLabel("Or its text");
  await text.fill((await text.inputValue()).replace("4.1", "4.2"));
  await room.getByLabel("Why").fill("From the council's archive.");
  await room.getByRole("button", { name: "Keep what can be kept, leave the rest" }).click();
  await expect(room.getByRole("region", { name: "Can be kept" })).toContainText("£4.2 million");
  await expect(room).toHaveURL(/\/import$/);
  await room.getByRole("button", { name: "Keep what can be kept, leave the rest" }).click();
  await expect(room.getByRole("status").filter({ hasText: "One row was kept" })).toBeVisible();
  await expect(room.getByRole("main")).toContainText("From the council's archive.");
});

test("without script a row is added all the same", async ({ browser }) => {
  const context = await browser.newContext({ baseURL: SITE, javaScriptEnabled: false });
  await signIn(context, ADMIN, SITE);
  const page = await context.newPage();
  await page.goto("/admin/evidence/events/add");
  await page.getByLabel("Council", { exact: true }).fill("Testbury");
  await page.getByLabel("What kind of event").selectOption("other");
  await page.getByLabel("What happened, in your own words").fill("A committee met.");
  await page.getByLabel("Why").fill("For the record.");
  await page.getByRole("button", { name: "Add it" }).click();
  await expect(page.getByLabel("Citation")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("What happened, in your own words")).toHaveValue("A committee met.");
  await page.getByLabel("Citation").fill("https://testbury.example.org/committee");
  await page.getByRole("button", { name: "Add it" }).click();
  await expect(page).toHaveURL(/\/admin\/evidence\/events\/entry-\d+$/);
  await context.close();
});

test("nobody takes a file away who isn't signed in", async ({ request }) => {
  const answer = await request.get(`${SITE}/api/admin/evidence/actuals`, { maxRedirects: 0 });
  expect([answer.status(), answer.headers().location]).toEqual([303, "/sign-in?next=%2Fadmin%2Fevidence"]);
  expect(answer.headers()["cache-control"]).toBe("no-store");
});
