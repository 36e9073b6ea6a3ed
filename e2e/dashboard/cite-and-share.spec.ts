import { awaken, expect, PAGES, publicAddresses, test } from "../fixtures";

const CITED = [
  ["/authorities/kent", "Kent"],
  ["/methodology", "How we judge"],
  ["/changes", "Changes"],
  ["/data", "Data"],
  ["/flags/351-target-moved", "Bury: Target moved"],
] as const;

for (const [path, title] of CITED) {
  test(`cite ${path} with its permanent address and the day of its figures`, async ({ page, baseURL }) => {
    await page.goto(`${path}?from=elsewhere`);
    const cite = page.getByRole("region", { name: "Cite this page" });
    await expect(cite).toContainText(`Safety Valve Tracker, “${title}”. Figures as they stood on `);
    await expect(cite).toContainText(new RegExp(`\\d{1,2} [A-Z][a-z]+ \\d{4}\\. ${baseURL}${path}(?!/)`));
  });
}

test("copy a citation", async ({ page, context, baseURL }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/methodology");
  await awaken(page);
  const cite = page.getByRole("region", { name: "Cite this page" });
  await cite.getByRole("button", { name: "Copy citation" }).click();
  await expect(cite.getByRole("status")).toHaveText("Copied");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^Safety Valve Tracker, “How we judge”\./);
  expect(copied).toContain(`${baseURL}/methodology`);
});

for (const [name, path] of PAGES.filter(([, path]) => path !== "/nowhere")) {
  test(`share ${name}: its own title, description, address and picture`, async ({ page, baseURL }) => {
    await page.goto(`${path}${path.includes("?") ? "&" : "?"}utm_source=elsewhere`);
    const meta = (property: string) =>
      page.locator(`meta[property="${property}"], meta[name="${property}"]`).first().getAttribute("content");
    // Filters are ways of looking at one page.
    const address = `${baseURL}${path === "/" ? "" : path.split("?", 1)[0]}`;
    await expect(page.locator('link[rel="canonical"]')).toHaveAttribute("href", address);
    expect(await meta("og:url")).toBe(address);
    expect(await meta("og:site_name")).toBe("Safety Valve Tracker");
    expect((await meta("description"))?.length).toBeGreaterThan(40);
    expect(await meta("og:description")).toBe(await meta("description"));
    expect(await meta("og:title")).toBeTruthy();
    const picture = new URL((await meta("og:image")) ?? "nothing:");
    const answer = await page.request.get(`${picture.pathname}${picture.search}`);
    expect(answer.headers()["content-type"]).toBe("image/png");
    const png = await answer.body();
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
  });
}

test("crawlers are let in and told of every page, with true dates", async ({ request, baseURL }) => {
  const robots = await (await request.get("/robots.txt")).text();
  expect(robots).toContain(`Sitemap: ${baseURL}/sitemap.xml`);
  expect(robots).not.toMatch(/^Disallow: \/$/m);
  const addresses = await publicAddresses(request);
  for (const expected of ["/", "/data", "/privacy", "/authorities/kent", "/flags/351-target-moved"])
    expect(addresses).toContain(expected);
  const councils = (await (await request.get("/api/v1/authorities")).json()).data as { slug: string }[];
  expect(councils.filter(({ slug }) => !addresses.includes(`/authorities/${slug}`))).toEqual([]);
  const map = await (await request.get("/sitemap.xml")).text();
  const dates = [...map.matchAll(/<lastmod>([^<]+)<\/lastmod>/g)].map(([, date = ""]) => Date.parse(date));
  expect(dates.length).toBeGreaterThan(150);
  for (const date of dates) expect(date).toBeLessThanOrEqual(Date.now());
});

test("the data is described to search engines, with files that are there", async ({ page }) => {
  await page.goto("/data");
  const text = await page.locator('script[type="application/ld+json"]').textContent();
  const dataset = JSON.parse(text ?? "");
  expect(dataset).toMatchObject({ "@type": "Dataset", license: expect.stringContaining("open-government") });
  expect(dataset.distribution.length).toBeGreaterThanOrEqual(26);
  for (const { contentUrl, encodingFormat } of dataset.distribution.slice(0, 4)) {
    const answer = await page.request.head(contentUrl);
    expect(answer.status()).toBe(200);
    expect(answer.headers()["content-type"]).toContain(encodingFormat);
  }
});

test("the site can be kept on a home screen", async ({ page }) => {
  await page.goto("/");
  const href = await page.locator('link[rel="manifest"]').getAttribute("href");
  const answer = await page.request.get(href ?? "");
  expect(await answer.json()).toMatchObject({ name: "Safety Valve Tracker", start_url: "/" });
});
