import { utils } from "@e965/xlsx";
import type { Chance } from "./chance";
import type { Mutation } from "./mutate-bytes";
import { withText } from "./mutate-zip";

const CONTENT = /content\.xml$|worksheets\/sheet\d+\.xml$/;
const TIMES = [3, 1_000, 30_000];

function inContent(name: string, change: (xml: string, chance: Chance) => string): Mutation<Uint8Array> {
  return { name, apply: (zip, chance) => withText(zip, CONTENT, (xml) => change(xml, chance)) };
}

/** Some of the matches, replaced. */
function some(xml: string, pattern: RegExp, chance: Chance, becomes: (met: string) => string): string {
  const share = chance.oneOf([1, 4, 30]);
  return xml.replace(pattern, (met) => (chance.isOneIn(share) ? becomes(met) : met));
}

function after(xml: string, pattern: RegExp, added: string): string {
  return xml.replace(pattern, (met) => met + added);
}

/** What is done to an ODS or XLSX beyond its text. */
export const WORKBOOK_MUTATIONS: readonly Mutation<Uint8Array>[] = [
  inContent("repeats made huge", (xml, chance) =>
    some(xml, /<table:table-(?:cell|row)\b/g, chance, (tag) => {
      const what = tag.endsWith("row") ? "rows" : "columns";
      return `${tag} table:number-${what}-repeated="${chance.oneOf([0, 2, 600, 16_384, 1_048_576, 99_999_999_999])}"`;
    }),
  ),
  inContent("spans made huge", (xml, chance) =>
    some(
      xml,
      /<table:table-cell\b/g,
      chance,
      (tag) =>
        `${tag} table:number-columns-spanned="${chance.oneOf([2, 16_384, 99_999])}" table:number-rows-spanned="${chance.oneOf([1, 5_000, 1_048_576])}"`,
    ),
  ),
  inContent("values made extreme", (xml, chance) =>
    some(xml, /(?<=office:value=")[^"]*|(?<=<v>)[^<]*/g, chance, () =>
      chance.oneOf([
        "1e300",
        "-1e-300",
        "NaN",
        "Infinity",
        "",
        "1,5",
        "9007199254740993",
        "0x10",
        "12.345678901234567",
      ]),
    ),
  ),
  inContent("types changed", (xml, chance) =>
    some(xml, /(?<=office:value-type=")[^"]*|(?<= t=")[^"]*/g, chance, () =>
      chance.oneOf([
        "float",
        "currency",
        "percentage",
        "date",
        "time",
        "boolean",
        "string",
        "s",
        "n",
        "b",
        "e",
        "str",
        "d",
        "x",
      ]),
    ),
  ),
  inContent("cells at far addresses", (xml, chance) =>
    some(xml, /(?<=<c r=")[^"]*|(?<=<row r=")[^"]*/g, chance, (met) =>
      chance.oneOf(
        /^\d/.test(met)
          ? ["1048576", "0", "-1", "99999999999"]
          : ["XFD1048576", "A0", "ZZZZZ99", "A99999999", ""],
      ),
    ),
  ),
  inContent("strings that aren't there", (xml, chance) =>
    some(xml, /(?<= t="s"[^>]*><v>)\d+/g, chance, () => chance.oneOf(["99999999", "-1", "0", "__proto__"])),
  ),
  inContent("merged cells without end", (xml, chance) => {
    const ranges = Array.from(
      { length: chance.oneOf([1, 300, 5_000]) },
      (_, index) =>
        `<mergeCell ref="A${1 + (index % 9)}:${utils.encode_col(chance.between(1, 16_000))}1048576"/>`,
    );
    return after(xml, /<\/sheetData>/, `<mergeCells>${ranges.join("")}</mergeCells>`);
  }),
  inContent("rows without end", (xml, chance) => {
    const row = /<table:table-row\b[\s\S]*?<\/table:table-row>|<row\b[\s\S]*?<\/row>/.exec(xml)?.[0] ?? "";
    const times = Math.min(chance.oneOf(TIMES), Math.ceil(8_000_000 / Math.max(1, row.length)));
    return xml.replace(row, () => row.repeat(times));
  }),
  inContent("tags left open", (xml, chance) =>
    after(
      xml,
      /<table:table-row\b[^>]*>|<sheetData>/,
      chance
        .oneOf([
          "<table:table-cell>",
          "<office:annotation>",
          "<table:shapes>",
          "<text:p>",
          "<text:span>",
          '<table:table table:name="x">',
          "<row>",
          "<c>",
          "<v>",
          "<!--",
          "<![CDATA[",
          "<",
          '<table:table-cell a="',
          "<table:table-cell                                ",
        ])
        .repeat(chance.oneOf(TIMES)),
    ),
  ),
  inContent("sheets without end", (xml, chance) =>
    after(
      xml,
      /<office:spreadsheet>/,
      `<table:table table:name="${chance.oneOf(["x", "Allocations_summary", "__proto__"])}"><table:table-row><table:table-cell/></table:table-row></table:table>`.repeat(
        chance.oneOf(TIMES),
      ),
    ),
  ),
  inContent("entities that name one another", (xml) => {
    const named = xml.replace(/<text:p>/g, "<text:p>&c;").replace(/<v>/, "<v>&c;");
    return `<!DOCTYPE x [<!ENTITY a "12"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>${named.replace(/<\?xml[^>]*>/, "")}`;
  }),
  {
    name: "strings without end",
    apply: (zip, chance) =>
      withText(zip, /sharedStrings\.xml$/, (xml) =>
        after(xml, /<sst[^>]*>/, "<si><t>x</t></si>".repeat(chance.oneOf(TIMES))),
      ),
  },
  {
    name: "the list of sheets changed",
    apply: (zip, chance) =>
      withText(zip, /workbook\.xml$/, (xml) =>
        chance.isOneIn(2)
          ? xml.replace(
              /<sheet /g,
              `<sheet name="${chance.oneOf(["__proto__", "Allocations_summary", ""])}" `,
            )
          : after(xml, /<sheets>/, '<sheet name="y" sheetId="9" r:id="rId1"/>'.repeat(chance.oneOf(TIMES))),
      ),
  },
];
