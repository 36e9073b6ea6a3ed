import { expect, PAGES, publicAddresses, sidewaysScroll, test } from "../fixtures";

for (const [name, path] of PAGES) {
  test(`read ${name} with assistive technology, light and dark`, async ({ page, expectAccessible }) => {
    // The table of councils alone holds ten thousand elements to look at, twice: on a busy machine two minutes.
    test.setTimeout(240_000);
    await page.emulateMedia({ colorScheme: "light" });
    await page.goto(path);
    await expectAccessible();
    await page.emulateMedia({ colorScheme: "dark" });
    await expectAccessible();
  });

  test(`read ${name} on a phone without scrolling sideways`, async ({ page }) => {
    await page.goto(path);
    for (const width of [360, 320]) {
      await page.setViewportSize({ width, height: 740 });
      expect(await sidewaysScroll(page), `at ${width} px`).toBe(0);
    }
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

test("no kind of page is left out above", async ({ request }) => {
  const kindOf = (address: string) => address.replace(/^(\/authorities|\/flags)\/[^/]+$/, "$1/*");
  const kinds = new Set((await publicAddresses(request)).map(kindOf));
  const looked = new Set(PAGES.map(([, path]) => kindOf(path)));
  expect([...kinds].filter((kind) => !looked.has(kind))).toEqual([]);
});

test.describe("every address of the site", () => {
  const PARTS = 4;
  // Without script the pages are read as they are sent; with it, one of each kind is read above.
  test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 740 } });

  for (let part = 0; part < PARTS; part += 1) {
    test(`answers, says what it is, and fits 320 px: part ${part + 1} of ${PARTS}`, async ({
      page,
      request,
    }) => {
      test.setTimeout(240_000);
      const addresses = await publicAddresses(request);
      expect(addresses.length).toBeGreaterThan(160);
      const wrong: string[] = [];
      for (const address of addresses.filter((_, index) => index % PARTS === part)) {
        const answer = await page.goto(address); // to its load: before its style sheet is there, a page has no width of its own
        const { title, headings, sideways, tooHigh } = await page.evaluate(() => ({
          title: document.title,
          headings: document.querySelectorAll("main h1").length,
          sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
          // Parts that are drawn late, and higher than what is kept for them.
          tooHigh: [...document.querySelectorAll<HTMLElement>("[class*='later-']")].flatMap((part) => {
            const { containIntrinsicHeight, paddingTop, paddingBottom } = getComputedStyle(part);
            const kept = Number.parseFloat(containIntrinsicHeight.replace("auto ", ""));
            part.style.contentVisibility = "visible";
            const high = part.clientHeight - Number.parseFloat(paddingTop) - Number.parseFloat(paddingBottom);
            return high <= kept ? [] : [`${part.id} is ${Math.round(high)} px high, kept are ${kept}`];
          }),
        }));
        if (answer?.status() !== 200) wrong.push(`${address} answered ${answer?.status()}`);
        if (!title.includes("Safety Valve Tracker")) wrong.push(`${address} is titled ${title}`);
        if (headings !== 1) wrong.push(`${address} has ${headings} headings of the first order`);
        for (const part of tooHigh) wrong.push(`${address}: ${part}`);
        if (sideways !== 0) wrong.push(`${address} sticks out by ${sideways} px`);
      }
      expect(wrong).toEqual([]);
    });
  }
});

test("the page of components is for makers only", async ({ page }) => {
  expect((await page.goto("/design"))?.status()).toBe(404);
});
