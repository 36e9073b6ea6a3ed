import { describe, expect, it } from "vitest";
import { sleepingPage } from "./sleeping-page";

const FOLDER = "/page-scripts/";
const page = (inside: string) => `<html><head></head><body><p>Kent</p>${inside}</body></html>`;
const TOLD = `<script nonce="abc">self.__next_f.push([1,"kent"])</script>`;
const FILE = `<script src="/_next/a.js?x=1&amp;y=2" async="" nonce="abc"></script>`;
const sleep = (inside: string) => sleepingPage(page(inside), "abc", FOLDER);

describe("a sleeping page", () => {
  it("has no script of Next's, and ends with what brings it", () => {
    const { html } = sleep(
      `<link rel="preload" as="script" nonce="abc" href="/_next/b.js"/>${FILE}<script nonce="abc">(self.__next_f=self.__next_f||[]).push([0])</script>${TOLD}`,
    );
    expect(html).toMatch(/^<html><head><\/head><body><p>Kent<\/p><script nonce="abc">\(function wakePage/);
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).toMatch(/\]\)<\/script><\/body><\/html>$/);
  });

  it("names its files in their order: first the one of what was told", () => {
    const { html, told } = sleep(`${FILE}${TOLD}<script src="/_next/b.js" nonce="abc"></script>`);
    expect(html).toContain(`(["${told?.address}","/_next/a.js?x=1&y=2","/_next/b.js"])`);
  });

  it("keeps what was told, word for word, under a name made of it", () => {
    const { told } = sleep(`${TOLD}<script nonce="abc">self.__next_f.push([1,"£20.5m"])</script>`);
    expect(told?.text).toBe(`self.__next_f.push([1,"kent"]);\nself.__next_f.push([1,"£20.5m"]);\n`);
    expect(told?.address).toMatch(/^\/page-scripts\/[\w-]{27}\.js$/);
    expect(sleep(TOLD).told?.address).not.toBe(told?.address);
    expect(sleep(TOLD).told?.address).toBe(sleep(TOLD).told?.address);
  });

  it.each([
    ["a script without the nonce", `<script>steal()</script>`],
    ["what only looks as if Next had told it", `<script nonce="abd">self.__next_f.push([1,"x"])</script>`],
    [
      "a script for browsers without modules",
      `<script src="/_next/old.js" noModule="" nonce="abc"></script>`,
    ],
    ["Next's small scripts that act while the page is read", `<script nonce="abc">$RC("B:0","S:0")</script>`],
    ["structured facts", `<script type="application/ld+json">{"@type":"Dataset"}</script>`],
  ])("leaves %s where it is", (_what, script) => {
    const { html, told } = sleep(`${script}${TOLD}`);
    expect(html).toContain(`<p>Kent</p>${script}<script nonce="abc">(function`);
    expect(told?.text).toBe(`self.__next_f.push([1,"kent"]);\n`);
  });

  it.each([
    ["a page that was told nothing", page(FILE)],
    ["half a page", `<html><body>${TOLD}`],
  ])("isn't made of %s", (_what, html) =>
    expect(sleepingPage(html, "abc", FOLDER)).toEqual({ html, told: null }),
  );

  it("can't be left by the name of a file", () => {
    const { html } = sleep(`<script src="/a.js?</script><script>steal()" nonce="abc"></script>${TOLD}`);
    expect(html).not.toMatch(/\(\["[^\]]*<\/script>/);
  });
});
