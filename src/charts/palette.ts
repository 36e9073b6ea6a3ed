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
  readonly unlike: string;
  readonly planned: string;
  readonly bar: string;
  readonly barOlder: string;
}

export const PAGE_PALETTE: ChartPalette = {
  paper: "var(--paper)",
  ink: "var(--ink)",
  inkSoft: "var(--ink-soft)",
  grid: "var(--chart-grid)",
  zero: "var(--chart-zero)",
  net: "var(--chart-net)",
  gap: "var(--chart-gap)",
  gross: "var(--chart-gross)",
  unlike: "var(--chart-unlike)",
  planned: "var(--chart-planned)",
  bar: "var(--chart-bar)",
  barOlder: "var(--chart-bar-older)",
};
