/** The colours of a chart: custom properties on a page, plain colours where there is no style sheet. */
export interface ChartPalette {
  readonly paper: string;
  readonly ink: string;
  readonly inkSoft: string;
  readonly grid: string;
  readonly zero: string;
  readonly net: string;
  readonly gap: string;
  readonly gross: string;
  readonly band: string;
  readonly unlike: string;
  readonly planned: string;
  readonly first: string;
  readonly missed: string;
  readonly atRisk: string;
  readonly onTrack: string;
  readonly bar: string;
  readonly barOlder: string;
}

/** Under which name tokens.css has each colour. */
const TOKENS = {
  paper: "paper",
  ink: "ink",
  inkSoft: "ink-soft",
  grid: "chart-grid",
  zero: "chart-zero",
  net: "chart-net",
  gap: "chart-gap",
  gross: "chart-gross",
  band: "chart-band",
  unlike: "chart-unlike",
  planned: "chart-planned",
  first: "chart-first",
  missed: "missed",
  atRisk: "at-risk",
  onTrack: "on-track",
  bar: "chart-bar",
  barOlder: "chart-bar-older",
} as const satisfies Record<keyof ChartPalette, string>;

const COLOURS = Object.entries(TOKENS) as readonly (readonly [keyof ChartPalette, string])[];

function paletteOf(colourOf: (token: string) => string): ChartPalette {
  return Object.fromEntries(
    COLOURS.map(([name, token]) => [name, colourOf(token)]),
  ) as unknown as ChartPalette;
}

export const PAGE_PALETTE: ChartPalette = paletteOf((token) => `var(--${token})`);

/** For pictures that leave the site, on white paper or in a dark frame; a test holds them against tokens.css. */
export const LIGHT_PALETTE: ChartPalette = {
  paper: "#fbfaf6",
  ink: "#17191b",
  inkSoft: "#474c50",
  grid: "#e4e1d8",
  zero: "#71777b",
  net: "#0a5c63",
  gap: "#4d8a8f",
  gross: "#7a4a12",
  band: "#efe3d1",
  unlike: "#62686c",
  planned: "#17191b",
  first: "#62686c",
  missed: "#a3301d",
  atRisk: "#855600",
  onTrack: "#2a6636",
  bar: "#0a5c63",
  barOlder: "#62686c",
};

export const DARK_PALETTE: ChartPalette = {
  paper: "#141719",
  ink: "#eceae3",
  inkSoft: "#bfc1be",
  grid: "#2a2f32",
  zero: "#868c8f",
  net: "#74c9c6",
  gap: "#4f9694",
  gross: "#d9a566",
  band: "#3a2f20",
  unlike: "#9da2a3",
  planned: "#eceae3",
  first: "#9da2a3",
  missed: "#f28f7f",
  atRisk: "#dfae57",
  onTrack: "#84c695",
  bar: "#4fa3a1",
  barOlder: "#9da2a3",
};

/** The palette as declarations of a style sheet, for a page that has no other: `--paper:#fbfaf6;...`. */
export function paletteDeclarations(palette: ChartPalette): string {
  return COLOURS.map(([name, token]) => `--${token}:${palette[name]};`).join("");
}
