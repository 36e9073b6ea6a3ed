import AxeBuilder from "@axe-core/playwright";
import { type APIRequestContext, test as base, expect, type Page } from "@playwright/test";

interface Fixtures {
  /** Fails with the rule, the element and the address of the explanation. */
  readonly expectAccessible: () => Promise<void>;
}

const WCAG_22_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

export const test = base.extend<Fixtures>({
  expectAccessible: async ({ page }, use) => {
    await use(async () => {
      await page.evaluate(() => {
        // What is out of view isn't laid out, and without a layout every target is too small.
        const laidOut = new CSSStyleSheet();
        laidOut.replaceSync("* { content-visibility: visible !important }");
        document.adoptedStyleSheets = [laidOut];
      });
      const { violations } = await new AxeBuilder({ page }).withTags(WCAG_22_AA).analyze();
      expect(
        violations.map(
          ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(" | ")}`,
        ),
      ).toEqual([]);
    });
  },
});

/** The pages a visitor can reach, by the name under which tests speak of them. */
export const PAGES = [
  ["the front page", "/"],
  ["the councils", "/authorities"],
  ["a council", "/authorities/kent"],
  ["a council under review", "/authorities/norfolk"],
  ["the comparison", "/compare"],
  ["two councils compared", "/compare?a=kent&b=norfolk"],
  ["the flags", "/flags"],
  ["a flag", "/flags/351-target-moved"],
  ["the method", "/methodology"],
  ["the changes", "/changes"],
  ["the alerts", "/alerts"],
  ["the form for errors", "/report?council=kent"],
  ["the sources", "/sources"],
  ["the data", "/data"],
  ["the page for developers", "/developers"],
  ["about", "/about"],
  ["the accessibility statement", "/accessibility"],
  ["the privacy statement", "/privacy"],
  ["an address without a page", "/nowhere"],
] as const;

/** Waits until the page's script has come; on a busy machine that of a long page takes its time. */
export async function expectAwake(page: Page): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("data-awake", "", { timeout: 15_000 });
}

/** Uses the page a little, so that its script comes (docs/decisions/0024), and waits until it's there. */
export async function awaken(page: Page): Promise<void> {
  await page.mouse.move(2, 2);
  await page.mouse.move(6, 6);
  await expectAwake(page);
}

/** Every address that the site's map lists, without its host. */
export async function publicAddresses(request: APIRequestContext): Promise<string[]> {
  const map = await (await request.get("/sitemap.xml")).text();
  return [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = ""]) => new URL(address).pathname);
}

/** How far the page can be scrolled sideways, in px: nothing should stick out. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

export { expect };
