import { DARK, type MailColour } from "./mail-colours";
import { SANS } from "./mail-fonts";

const INKS = [
  "ink",
  "soft",
  "faint",
  "accent",
  "missed",
  "atRisk",
  "good",
] as const satisfies readonly MailColour[];
const GROUNDS = ["paper", "notice"] as const satisfies readonly MailColour[];

/**
 * What can't stand inline. Widths are within a media query for Outlook's sake: it knows none, and keeps the 600
 * pixels of the attribute. `overflow-wrap` breaks a long word where a phone is narrower.
 */
export const MAIL_STYLES = [
  ":root{color-scheme:light dark;supported-color-schemes:light dark}",
  "body{-webkit-text-size-adjust:100%;font-variant-numeric:tabular-nums lining-nums}",
  // Outlook hands no font down into a table within a table.
  `p,td,th{font-family:${SANS}}`,
  "p,h1,h2,h3,a,td,th{overflow-wrap:anywhere;word-break:break-word}",
  "@media all{.column{width:100%!important}}",
  "@media(max-width:480px){.side{padding-left:20px!important;padding-right:20px!important}.h1{font-size:26px!important;line-height:33px!important}}",
  `@media(prefers-color-scheme:dark){${[
    // What react-email puts within the body.
    `body>table>tbody>tr>td{background-color:${DARK.paper}!important}`,
    ...GROUNDS.map((name) => `.${name}{background-color:${DARK[name]}!important}`),
    ...INKS.map((name) => `.${name}{color:${DARK[name]}!important}`),
    `.rule{border-color:${DARK.rule}!important}`,
    `.edge{border-color:${DARK.edge}!important}`,
    `.noticeEdge{border-color:${DARK.noticeEdge}!important}`,
    // The button: the accent under the paper's colour.
    `.press{background-color:${DARK.accent}!important;color:${DARK.paper}!important}`,
  ].join("")}}`,
].join("\n");
