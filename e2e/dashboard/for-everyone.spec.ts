import { expect, PAGES, sidewaysScroll, test } from "../fixtures";

for (const [name, path] of PAGES) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`read ${name} with assistive technology, ${colorScheme}`, async ({ page, expectAccessible }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(path);
      await expectAccessible();
    });
  }

  test(`read ${name} on a phone without scrolling sideways`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(path);
    expect(await sidewaysScroll(page)).toBe(0);
  });

  test(`${name} loads nothing that its policy refuses`, async ({ page }) => {
    const refused: string[] = [];
    page.on("console", (message) => {
      if (/Content Security Policy/i.test(message.text())) refused.push(message.text());
    });
    page.on("pageerror", (error) => refused.push(error.message));
    const answer = await page.goto(path);
    const policy = answer?.headers()["content-security-policy"] ?? "";
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    await page.evaluate(() => document.fonts.ready);
    expect(refused).toEqual([]);
  });
}

test("ask where a figure is from on a phone, with an accessible card", async ({ page, expectAccessible }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/authorities/kent");
  await page.getByRole("button", { name: "£67,167,405: where from?" }).first().click();
  await expect(page.getByRole("dialog", { name: "Where £67,167,405 comes from" })).toBeInViewport();
  await expectAccessible();
  expect(await sidewaysScroll(page)).toBe(0);
});

test("read in the dark: the paper is dark and the ink light", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/");
  const [paper, ink] = await page.evaluate(() => {
    const { backgroundColor, color } = getComputedStyle(document.body);
    return [backgroundColor, color].map((rgb) =>
      Math.max(...(rgb.match(/\d+/g) ?? []).slice(0, 3).map(Number)),
    );
  });
  expect(paper).toBeLessThan(60);
  expect(ink).toBeGreaterThan(200);
});

test("skip to the page with the keyboard", async ({ page }) => {
  await page.goto("/");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the page" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});
