import { deflateSync, inflateSync } from "node:zlib";
import type { Chance } from "./chance";
import type { Mutation } from "./mutate-bytes";
import { TEXT_MUTATIONS } from "./mutate-text";

interface Stream {
  readonly start: number;
  readonly end: number;
  readonly content: string;
}

/** The streams that can be unpacked, as latin1 text. */
function streamsOf(file: string): Stream[] {
  return [...file.matchAll(/stream\r?\n/g)].flatMap(({ index, 0: word }) => {
    if (file.slice(index - 3, index) === "end") return [];
    const start = index + word.length;
    const end = file.indexOf("endstream", start);
    if (end === -1) return [];
    try {
      return [
        {
          start,
          end,
          content: inflateSync(Buffer.from(file.slice(start, end), "latin1")).toString("latin1"),
        },
      ];
    } catch {
      return [];
    }
  });
}

/** Writes the offsets of a plain cross-reference table anew, so that a changed length goes unnoticed. */
function withOffsets(file: string): string {
  return file.replace(/\bxref\r?\n([\s\S]*?)trailer/g, (whole, table: string) => {
    let number = 0;
    const rows = table.split(/\r?\n/).map((row) => {
      const head = /^(\d+) \d+$/.exec(row.trim());
      if (head) number = Number(head[1]);
      if (!/^\d{10} \d{5} [nf]/.test(row)) return row;
      const at = new RegExp(`(?<=[\\r\\n])${number} \\d+ obj`).exec(file)?.index;
      number += 1;
      return at === undefined || row[17] === "f" ? row : String(at).padStart(10, "0") + row.slice(10);
    });
    return whole.replace(table, () => rows.join("\n"));
  });
}

function withStream(
  bytes: Uint8Array,
  chance: Chance,
  change: (content: string) => string,
  wanted: RegExp = /(?:)/,
): Uint8Array {
  const file = Buffer.from(bytes).toString("latin1");
  const streams = streamsOf(file).filter(({ content }) => wanted.test(content));
  if (streams.length === 0) return bytes;
  const { start, end, content } = chance.oneOf(streams);
  const packed = deflateSync(Buffer.from(change(content), "latin1"), { level: 1 }).toString("latin1");
  const before = file.slice(0, start);
  const dictionary = before.lastIndexOf(" obj");
  const relengthed =
    before.slice(0, dictionary) +
    before.slice(dictionary).replace(/(\/Length )\d+(?! \d+ R)/, (_, name: string) => name + packed.length);
  const whole = `${relengthed}${packed}\n${file.slice(end)}`;
  return new Uint8Array(Buffer.from(chance.isOneIn(5) ? whole : withOffsets(whole), "latin1"));
}

/** Page contents place text; the other streams are fonts and tables of letters. */
const PAGE = /\bBT\b/;
const LETTERS = /begincmap/;
const TIMES = [10, 1_000, 50_000];

function inPage(name: string, change: (content: string, chance: Chance) => string): Mutation<Uint8Array> {
  return {
    name: `on a page: ${name}`,
    apply: (bytes, chance) => withStream(bytes, chance, (content) => change(content, chance), PAGE),
  };
}

/** Between the operators, so that what stands there still reads. */
function inserted(content: string, chance: Chance, added: string): string {
  const at = content.indexOf("\n", chance.between(0, content.length));
  return at === -1 ? content + added : `${content.slice(0, at)}\n${added}\n${content.slice(at)}`;
}

/** What is done to a PDF: to what its pages paint, to its letters, and to how its objects hang together. */
export const PDF_MUTATIONS: readonly Mutation<Uint8Array>[] = [
  ...TEXT_MUTATIONS.map(({ name, apply }) => inPage(name, apply)),
  inPage("letters changed", (content, chance) =>
    content.replace(/<([0-9a-fA-F]+)>|\(([^()\\]+)\)/g, (met) =>
      chance.isOneIn(10)
        ? met.replace(/[0-9a-fA-F](?=[>)\]])/, () => chance.between(0, 15).toString(16))
        : met,
    ),
  ),
  inPage("figures changed", (content, chance) =>
    content.replace(/\(([^()\\]*\d[^()\\]*)\)/g, (met) =>
      chance.isOneIn(3) ? met.replace(/\d/, () => String(chance.between(0, 9))) : met,
    ),
  ),
  inPage("text moved", (content, chance) =>
    content.replace(/-?[\d.]+ -?[\d.]+(?= (?:Td|TD|Tm|cm)\b)/g, (met) =>
      chance.isOneIn(8)
        ? chance.oneOf([
            "0 0",
            "1e9 1",
            "-500 -500",
            `${chance.between(0, 600)} ${chance.between(0, 800)}`,
            "NaN 0",
          ])
        : met,
    ),
  ),
  inPage("text turned or scaled", (content, chance) =>
    content.replace(/(?:-?[\d.]+ ){4}(?=-?[\d.]+ -?[\d.]+ Tm)/g, (met) =>
      chance.isOneIn(6)
        ? chance.oneOf([
            "0 1 -1 0 ",
            "0 0 0 0 ",
            "-1 0 0 1 ",
            "99999 0 0 99999 ",
            "0.0001 0 0 0.0001 ",
            "0.7 0.7 -0.7 0.7 ",
          ])
        : met,
    ),
  ),
  inPage("operators without end", (content, chance) =>
    inserted(
      content,
      chance,
      chance
        .oneOf([
          "q\n",
          "Q\n",
          "BT ET\n",
          "0 0 1 1 re f\n",
          "0 0 m 100 100 l S\n",
          "1 0 0 1 0.1 0 cm\n",
          "BT (1) Tj ET\n",
          "[",
          "<<",
          "/Im0 Do\n",
          "/F1 9 Tf\n",
          "BI ID EI\n",
        ])
        .repeat(chance.oneOf(TIMES)),
    ),
  ),
  {
    name: "a table of letters changed",
    apply: (bytes, chance) =>
      withStream(bytes, chance, (content) => chance.oneOf(TEXT_MUTATIONS).apply(content, chance), LETTERS),
  },
  {
    name: "any stream changed",
    apply: (bytes, chance) =>
      withStream(bytes, chance, (content) => chance.oneOf(TEXT_MUTATIONS).apply(content, chance)),
  },
  {
    name: "a stream that unpacks to much",
    apply: (bytes, chance) =>
      withStream(
        bytes,
        chance,
        (content) => content + chance.oneOf([" ", "0 ", "q "]).repeat(chance.oneOf([1_000_000, 15_000_000])),
      ),
  },
  {
    name: "a reference changed",
    apply: (bytes, chance) =>
      outsideStreams(bytes, (text) =>
        text.replace(/\b\d+(?= 0 R\b)/g, (met) =>
          chance.isOneIn(8)
            ? String(chance.between(0, 30)).padStart(met.length, "0").slice(0, met.length)
            : met,
        ),
      ),
  },
  {
    name: "a number of the structure changed",
    apply: (bytes, chance) =>
      outsideStreams(bytes, (text) =>
        text.replace(/(\/\w+ ?\[?)(-?[\d.]+)/g, (met, name: string, number: string) =>
          chance.isOneIn(15)
            ? name + chance.oneOf(["0", "-1", "90", "99999999", "1e9", "2147483648", number + number])
            : met,
        ),
      ),
  },
  {
    name: "a name of the structure changed",
    apply: (bytes, chance) =>
      outsideStreams(bytes, (text) =>
        text.replace(/\/[A-Z]\w+/g, (met) =>
          chance.isOneIn(25)
            ? chance.oneOf([
                "/Type",
                "/Kids",
                "/Parent",
                "/Encrypt",
                "/Filter",
                "/LZWDecode",
                "/ObjStm",
                "/Prev",
                "/JBIG2Decode",
                "/Font",
                "/Contents",
              ])
            : met,
        ),
      ),
  },
];

function outsideStreams(bytes: Uint8Array, change: (text: string) => string): Uint8Array {
  const file = Buffer.from(bytes).toString("latin1");
  const parts = file.split(/(\bstream\r?\n[\s\S]*?endstream)/);
  const changed = parts.map((part, index) => (index % 2 === 0 ? change(part) : part)).join("");
  return new Uint8Array(Buffer.from(changed, "latin1"));
}
