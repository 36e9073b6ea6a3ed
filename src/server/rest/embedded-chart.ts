import { createHash } from "node:crypto";
import { CHART_SIZES } from "@/charts/balance-plan";
import { SUBJECT } from "@/charts/chart-sheet";
import { councilBalanceChart } from "@/charts/council-balance-chart";
import { escapeMarkup, toMarkup } from "@/charts/markup";
import { DARK_PALETTE, LIGHT_PALETTE, paletteDeclarations } from "@/charts/palette";
import { FRESH } from "./answer";
import { titleOf } from "./chart-file";
import { type CouncilChart, councilChart } from "./council-chart";
import type { Endpoint } from "./endpoint";

/**
 * `/embed/authorities/{slug}`: the chart alone with its source line, to stand in a frame of another site.
 *
 * A page of its own, without script, fonts or anything else to fetch: it costs the page around it next to nothing.
 */
export const embeddedChartEndpoint: Endpoint<{ readonly slug: string }> = {
  // Sites that embed add parameters of their own to addresses.
  parameters: "ignored",
  async answer(context, { slug }, request) {
    const chart = await councilChart(context, slug, request);
    return {
      body: embeddedPage(chart),
      mediaType: "text/html; charset=utf-8",
      cacheControl: FRESH,
      headers: { "Content-Security-Policy": POLICY },
    };
  },
};

const STYLE = [
  `:root{color-scheme:light dark;${paletteDeclarations(LIGHT_PALETTE)}}`,
  `@media (prefers-color-scheme:dark){:root{${paletteDeclarations(DARK_PALETTE)}}}`,
  "body{margin:0;padding:12px 16px;background:var(--paper);color:var(--ink);",
  "font-family:'Public Sans',system-ui,'Segoe UI',Roboto,Arial,sans-serif;font-variant-numeric:tabular-nums}",
  "h1{margin:0;font-size:1.125rem}p{margin:.25rem 0 .75rem;font-size:.9375rem;line-height:1.45;max-width:60rem}",
  "footer{margin-top:.5rem;font-size:.75rem;line-height:1.45;color:var(--ink-soft);overflow-wrap:anywhere}",
  "a{color:var(--chart-net)}a:focus-visible{outline:3px solid var(--chart-net);outline-offset:2px}",
  "svg{display:block;width:100%;height:auto;overflow:visible}",
  ".middle,.page{display:none}.narrow{max-width:27rem}",
  "@media (width>=36rem){.narrow{display:none}.middle{display:block;max-width:52rem}}",
  "@media (width>=60rem){.middle{display:none}.page{display:block}}",
].join("");

/** Only this one style sheet, by its hash, and any site as the frame. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors *",
].join("; ");

function embeddedPage(chart: CouncilChart): string {
  const { council, trajectory, sentence, sourceLine, address } = chart;
  const drawings =
    trajectory === null
      ? []
      : (["narrow", "middle", "page"] as const).map(
          (name) =>
            `<div class="${name}">${toMarkup(councilBalanceChart({ council: council.name, trajectory }, CHART_SIZES[name], name))}</div>`,
        );
  return [
    '<!doctype html><html lang="en-GB"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">',
    `<title>${escapeMarkup(titleOf(chart))}</title><link rel="canonical" href="${escapeMarkup(address)}">`,
    `<style>${STYLE}</style></head><body><main>`,
    `<h1>${escapeMarkup(`${council.name}: ${SUBJECT}`)}</h1><p>${escapeMarkup(sentence)}</p>`,
    ...drawings,
    "</main><footer>",
    linked(sourceLine, address),
    "</footer></body></html>\n",
  ].join("");
}

/** The address in the line becomes a link, out of the frame. */
function linked(line: string, address: string): string {
  const link = `<a href="${escapeMarkup(address)}" target="_top">${escapeMarkup(address.replace(/^https?:\/\//, ""))}</a>`;
  return escapeMarkup(line).replace(escapeMarkup(address), () => link);
}
