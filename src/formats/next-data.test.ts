import { expect, it } from "vitest";
import { readNextData } from "./next-data";

const page = (script: string) => `<!DOCTYPE html><html><body><p>Figures</p>${script}</body></html>`;

it("takes the JSON out of the page, whatever the order of the script's attributes", () => {
  const read = readNextData(
    page('<script type="application/json" id="__NEXT_DATA__">{"a":"1 &lt; <b>"}</script>'),
  );
  expect(read).toEqual({ kind: "json", value: { a: "1 &lt; <b>" } });
});

it.each([
  ["no such script", page("<script>1</script>")],
  ["an empty one", page('<script id="__NEXT_DATA__"></script>')],
  ["JSON that breaks off", page('<script id="__NEXT_DATA__">{"a":</script>')],
  ["no page at all", ""],
])("says why there is none: %s", (_, html) => {
  expect(readNextData(html)).toEqual({ kind: "none", reason: expect.stringMatching(/__NEXT_DATA__/) });
});
