import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { createPictures } from "./pictures";

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
const silent = () => undefined;
const log = { debug: silent, info: silent, warn: silent, error: silent };

let server: Server | undefined;
afterEach(() => server?.close());

async function site(listener: RequestListener) {
  server = createServer(listener);
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  return createPictures({ baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, log });
}

describe("a council's chart", () => {
  it("is the one that the site gives to everybody", async () => {
    let asked = "";
    const pictures = await site((request, response) => {
      asked = request.url ?? "";
      response.setHeader("Picture-Description", encodeURIComponent("Owed: £20 million in March 2024."));
      response.end(PNG);
    });
    expect(await pictures.councilChart("kingston-upon-thames")).toEqual({
      ...{ png: PNG, words: "Owed: £20 million in March 2024." },
    });
    expect(asked).toBe("/charts/authorities/kingston-upon-thames.png?form=letter");
  });

  it.each([undefined, "", "%E0%A4%A"])("is without words where the site says none: %j", async (said) => {
    const pictures = await site((_, response) => {
      if (said !== undefined) response.setHeader("Picture-Description", said);
      response.end(PNG);
    });
    expect(await pictures.councilChart("x")).toEqual({ png: PNG, words: null });
  });

  it.each<[string, RequestListener]>([
    ["there is none", (_, response) => response.writeHead(404).end(PNG)],
    ["it's no picture", (_, response) => response.end("<html>")],
    ["it's far too large", (_, response) => response.end(Buffer.concat([PNG, Buffer.alloc(2_000_000)]))],
    [
      "the answer is cut off",
      (_, response) =>
        void response.writeHead(200, { "content-length": "50" }).write(PNG, () => response.destroy()),
    ],
  ])("is left out when %s", async (_, listener) => {
    expect(await (await site(listener)).councilChart("x")).toBeNull();
  });

  it("is left out when the site isn't up, and never asked for by a name that isn't one", async () => {
    const pictures = createPictures({ baseUrl: "http://127.0.0.1:1", log });
    expect(await pictures.councilChart("x")).toBeNull();
    expect(await pictures.councilChart("../admin")).toBeNull();
  });
});
