import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DARK_PALETTE, LIGHT_PALETTE, paletteDeclarations } from "@/charts/palette";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");
const [light = "", dark = ""] = css.split("@media (prefers-color-scheme: dark)");

describe("the colours of pictures that leave the site are those of the site", () => {
  it.each([
    ["light", LIGHT_PALETTE, light],
    ["dark", DARK_PALETTE, dark.split("@media print")[0] ?? ""],
  ])("%s", (_, palette, block) => {
    const declared = paletteDeclarations(palette)
      .split(";")
      .filter((declaration) => declaration !== "");
    expect(declared.length).toBeGreaterThan(10);
    for (const declaration of declared) expect(block).toContain(`${declaration.replace(":", ": ")};`);
  });
});
