import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DARK, LIGHT, type MailColour, TOKEN } from "./mail-colours";

const css = readFileSync(new URL("../components/tokens.css", import.meta.url), "utf8");
const [light = "", dark = ""] = css.split("@media (prefers-color-scheme: dark)");
const tokenIn = (sheet: string, name: string) => new RegExp(`${name}: (#[0-9a-f]{6});`).exec(sheet)?.[1];

describe("a mail has the colours of the site, whose contrasts are tested there", () => {
  it.each(Object.keys(LIGHT) as MailColour[])("%s", (name) => {
    expect(LIGHT[name]).toBe(tokenIn(light, TOKEN[name]));
    expect(DARK[name]).toBe(tokenIn(dark, TOKEN[name]));
  });
});
