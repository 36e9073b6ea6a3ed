import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { createPageCache, type RenderedPage } from "./page-cache";

const MINUTE = 60_000;

function page(text: string, about = ""): RenderedPage {
  const meta = about && `<meta name="councils" content="${about}"/>`;
  return {
    status: 200,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": "script-src 'self' 'nonce-abc'",
      "cache-control": "private, no-cache, no-store",
      "x-frame-options": "DENY",
    },
    body: Buffer.from(`<html><head>${meta}</head><script nonce="abc">go()</script>${text}</html>`),
  };
}

/** A cache over pages whose text counts the renderings, and a clock to be turned. */
function site(answer: (address: string, count: number) => RenderedPage, bytes = 1_000_000) {
  let now = 0;
  const rendered: string[] = [];
  const cache = createPageCache(
    async (address) => {
      rendered.push(address);
      return answer(address, rendered.length);
    },
    { now: () => new Date(now) },
    { bytes, milliseconds: 10 * MINUTE },
  );
  cache.listen();
  return {
    cache,
    rendered,
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
    text: async (address: string) => {
      const got = await cache.page(address);
      return ("kept" in got ? got.kept.bodies.identity : got.rendered.body).toString();
    },
  };
}

const counted = (address: string, count: number) =>
  page(`${address} ${count}`, address === "/authorities/kent" ? "886" : "");

describe("a page", () => {
  it("is rendered once and then sent as it is", async () => {
    const { text, rendered } = site(counted);
    expect([await text("/"), await text("/"), await text("/")]).toEqual(Array(3).fill(await text("/")));
    expect(rendered).toEqual(["/"]);
  });

  it("is rendered once for all who ask at the same time", async () => {
    const { text, rendered } = site(counted);
    await Promise.all([text("/"), text("/"), text("/")]);
    expect(rendered).toEqual(["/"]);
  });

  it("is another page with other filters", async () => {
    const { text, rendered } = site(counted);
    await text("/authorities?region=London");
    await text("/authorities");
    expect(rendered).toHaveLength(2);
  });

  it("says the same in every encoding", async () => {
    const got = await site(counted).cache.page("/");
    if (!("kept" in got)) throw new Error("It should have been kept.");
    const { identity, gzip, br } = got.kept.bodies;
    expect(gunzipSync(gzip)).toEqual(identity);
    expect(brotliDecompressSync(br)).toEqual(identity);
  });

  it("may be kept by others if they ask again, and stays guarded", async () => {
    const got = await site(counted).cache.page("/");
    expect("kept" in got && got.kept.headers).toMatchObject({
      "cache-control": "public, max-age=0, must-revalidate",
      "content-security-policy": expect.stringMatching(/^script-src 'self' 'sha256-[^ ]+'$/),
      "x-frame-options": "DENY",
      vary: "Accept-Encoding",
    });
  });

  it.each([
    [9.99 * MINUTE, 1],
    [10 * MINUTE, 2],
  ])("after %d ms without news has been rendered %d times", async (milliseconds, times) => {
    const { text, pass, rendered } = site(counted);
    await text("/");
    pass(milliseconds);
    await text("/");
    expect(rendered).toHaveLength(times);
  });
});

describe("what a page's script reads when it wakes", () => {
  const told = (text: string): RenderedPage => ({
    ...page(""),
    body: Buffer.from(
      `<html><body><script nonce="abc">self.__next_f.push([1,"${text}"])</script></body></html>`,
    ),
  });
  const addressIn = (html: string) => /"(\/page-scripts\/[^"]+)"/.exec(html)?.[1] ?? "";

  it("is a file that never changes, with nothing of the reader in it", async () => {
    const { cache, text } = site(() => told("kent"));
    const script = cache.script(addressIn(await text("/")));
    expect(script?.bodies.identity.toString()).toBe(`self.__next_f.push([1,"kent"]);\n`);
    expect(script?.headers).toEqual({
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "public, max-age=31536000, immutable",
      "x-content-type-options": "nosniff",
      vary: "Accept-Encoding",
    });
  });

  it("outlives its page, for those who still read it", async () => {
    const { cache, text } = site((_, count) => told(`kent ${count}`));
    const first = addressIn(await text("/"));
    cache.hear({ table: "Outturn", dfeCode: "885" });
    const second = addressIn(await text("/"));
    expect(second).not.toBe(first);
    expect(cache.script(first)).toBeDefined();
    cache.goBlind();
    expect(cache.script(second)).toBeDefined();
  });

  it("isn't found under another address", () =>
    expect(site(() => told("kent")).cache.script("/page-scripts/other.js")).toBeUndefined());
});

describe("what isn't kept", () => {
  it.each<[string, Partial<RenderedPage>]>([
    ["a wrong address", { status: 404 }],
    ["an error", { status: 500 }],
    ["a redirect", { status: 307 }],
    ["what is no page", { headers: { "content-type": "text/csv" } }],
    ["an answer with a cookie", { headers: { ...page("").headers, "set-cookie": ["a=b"] } }],
    ["a page without a policy", { headers: { "content-type": "text/html" } }],
  ])("%s", async (_what, difference) => {
    const { cache, rendered } = site(() => ({ ...page("x"), ...difference }));
    expect(await cache.page("/")).toMatchObject({ rendered: { ...difference } });
    await cache.page("/");
    expect(rendered).toHaveLength(2);
  });

  it("the page asked for longest ago, when there is too much", async () => {
    const big = (address: string) => page(`${address} ${"x".repeat(400)}`);
    const { text, rendered } = site(big, 1_500);
    for (const address of ["/a", "/b", "/a", "/c", "/a"]) await text(address);
    expect(rendered).toEqual(["/a", "/b", "/c"]);
    await text("/b");
    expect(rendered).toEqual(["/a", "/b", "/c", "/b"]);
  });
});

describe("news", () => {
  const kept = async () => {
    const it = site(counted);
    await it.text("/");
    await it.text("/authorities/kent");
    it.rendered.length = 0;
    return it;
  };
  const again = async ({ text, rendered }: Awaited<ReturnType<typeof kept>>) => {
    await text("/");
    await text("/authorities/kent");
    return rendered;
  };

  it.each([
    [
      "a change of the council's own documents",
      { table: "AgreementDocument", dfeCode: "886" },
      ["/", "/authorities/kent"],
    ],
    ["a change of another council's documents", { table: "AgreementDocument", dfeCode: "885" }, ["/"]],
    [
      "another council's outturn, which moves ranks",
      { table: "Outturn", dfeCode: "885" },
      ["/", "/authorities/kent"],
    ],
    ["a threshold", { table: "Threshold", dfeCode: null }, ["/", "/authorities/kent"]],
    ["a change of a publication as a whole", { table: "Change", dfeCode: null }, ["/", "/authorities/kent"]],
  ])("of %s drops what it touches", async (_what, news, dropped) => {
    const it = await kept();
    it.cache.hear(news);
    expect(await again(it)).toEqual(dropped);
  });

  it("that comes while a page is rendered keeps that rendering from being kept, and from those who ask later", async () => {
    const release: (() => void)[] = [];
    let count = 0;
    const cache = createPageCache(
      async () => {
        count += 1;
        const mine = count;
        await new Promise<void>((resolve) => release.push(resolve));
        return page(`rendering ${mine}`);
      },
      { now: () => new Date(0) },
      { bytes: 1_000_000, milliseconds: MINUTE },
    );
    cache.listen();
    const before = cache.page("/");
    cache.hear({ table: "Outturn", dfeCode: "885" });
    const after = cache.page("/");
    for (const done of release) done();
    const texts = await Promise.all([before, after]).then((answers) =>
      answers.map((answer) => "kept" in answer && answer.kept.bodies.identity.toString()),
    );
    expect(texts).toEqual([expect.stringContaining("rendering 1"), expect.stringContaining("rendering 2")]);
    expect(await cache.page("/")).toMatchObject({ fresh: false });
    expect(count).toBe(2);
  });

  it("that can't be heard means that nothing is kept until it can", async () => {
    const it = await kept();
    it.cache.goBlind();
    await it.text("/");
    await it.text("/");
    expect(it.rendered).toEqual(["/", "/"]);
    it.cache.listen();
    await it.text("/");
    await it.text("/");
    expect(it.rendered).toEqual(["/", "/", "/"]);
  });
});
