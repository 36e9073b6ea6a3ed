/** The site's tokens, of which a mail can't read the style sheet; a test holds them equal. */
export const LIGHT = {
  paper: "#fbfaf6",
  ink: "#17191b",
  soft: "#474c50",
  faint: "#62686c",
  rule: "#dedbd2",
  edge: "#17191b",
  accent: "#0a5c63",
  notice: "#f6ecd3",
  noticeEdge: "#8a5a00",
  missed: "#a3301d",
  atRisk: "#855600",
  good: "#2a6636",
} as const;

export type MailColour = keyof typeof LIGHT;

export const DARK: Readonly<Record<MailColour, string>> = {
  paper: "#141719",
  ink: "#eceae3",
  soft: "#bfc1be",
  faint: "#9da2a3",
  rule: "#33383b",
  edge: "#cfcdc6",
  accent: "#74c9c6",
  notice: "#2f2818",
  noticeEdge: "#d8a94f",
  missed: "#f28f7f",
  atRisk: "#dfae57",
  good: "#84c695",
};

/** What the site calls each. */
export const TOKEN: Readonly<Record<MailColour, string>> = {
  paper: "--paper",
  ink: "--ink",
  soft: "--ink-soft",
  faint: "--ink-faint",
  rule: "--rule",
  edge: "--rule-strong",
  accent: "--accent",
  notice: "--notice",
  noticeEdge: "--notice-edge",
  missed: "--missed",
  atRisk: "--at-risk",
  good: "--on-track",
};
