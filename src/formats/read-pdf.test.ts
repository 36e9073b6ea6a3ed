import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { makePdf, put } from "@/testing/make-pdf";
import { bytesOf } from "@/testing/published-documents";
import { readPdf } from "./read-pdf";
import { UnreadableDocument } from "./unreadable-document";

const LONG =
  "The authority will work with schools, families and health partners so that needs are found and met early, in mainstream schools wherever that is right for the child.";

async function faultOf(bytes: Uint8Array): Promise<string> {
  try {
    await readPdf(bytes);
    return "read";
  } catch (error) {
    if (error instanceof UnreadableDocument) return error.fault;
    throw error;
  }
}

/** Paragraphs as `mark|text`, tables as rows of cells. */
async function outline(bytes: Uint8Array) {
  const { blocks } = await readPdf(bytes);
  return blocks.map((block) =>
    block.kind === "text"
      ? block.mark === ""
        ? block.text
        : `${block.mark}|${block.text}`
      : block.rows.map((row) => row.map(({ text, repeated }) => (repeated ? `^${text}` : text))),
  );
}

const print = (draw: Parameters<typeof makePdf>[0], options?: Parameters<typeof makePdf>[1]) =>
  makePdf(draw, options).then(outline);

const whole = () => makePdf((page) => page.text(LONG));

describe("what isn't a whole PDF with text", () => {
  it.each<[string, () => Promise<Uint8Array> | Uint8Array, string]>([
    ["nothing", () => new Uint8Array(), "empty"],
    ["a blank page", () => makePdf(() => undefined), "empty"],
    ["a page of lines only", () => makePdf((page) => page.rect(72, 72, 300, 300).stroke()), "scanned"],
    ["a web page", () => bytesOf("<html><body>Sorry</body></html>"), "foreign"],
    ["without its end", async () => (await whole()).slice(0, 900), "truncated"],
    ["an end mark cut off", async () => (await whole()).slice(0, -6), "truncated"],
    ["a password", () => makePdf((page) => page.text(LONG), { userPassword: "secret" }), "encrypted"],
    ["only the header and the end", () => bytesOf("%PDF-1.7\n%%EOF"), "damaged"],
    ["a damaged page", async () => damaged(await whole()), "damaged"],
    ["61 pages", () => makePdf((page) => times(60, () => page.addPage().text("x"))), "too-large"],
    ["a part that unpacks to 70 MB", () => withStream(deflateSync(Buffer.alloc(70_000_000))), "too-large"],
    [
      "a part that unpacks twice",
      () => withStream(deflateSync(deflateSync(Buffer.alloc(70_000_000))), "[/FlateDecode /FlateDecode]"),
      "too-large",
    ],
    [
      "a part saved 1,001 times over",
      () => withStream(deflateSync(Buffer.from("q ".repeat(1_001)))),
      "too-large",
    ],
  ])("%s: %s", async (_, bytes, fault) => {
    expect(await faultOf(await bytes())).toBe(fault);
  });

  it.each<[string, () => Promise<Uint8Array>]>([
    ["whole", whole],
    ["after some junk", async () => joined(bytesOf("\r\n\r\n"), await whole())],
    ["junk behind it", async () => joined(await whole(), bytesOf("\n<!-- served in 3 ms -->\n"))],
    ["60 pages", () => makePdf((page) => times(59, () => page.addPage().text("Text of a page.")))],
    ["locked against changes only", () => makePdf((page) => page.text(LONG), { ownerPassword: "secret" })],
    ["a part of 60 MB", () => withStream(deflateSync(Buffer.alloc(60_000_000)))],
    ["a part saved 1,000 times over", () => withStream(deflateSync(Buffer.from("q ".repeat(1_000))))],
    ["a part saved and restored often", () => withStream(deflateSync(Buffer.from("q Q ".repeat(1_001))))],
  ])("is read: %s", async (_, bytes) => {
    expect(await faultOf(await bytes())).toBe("read");
  });

  it("leaves the caller its bytes", async () => {
    const bytes = await whole();
    const before = bytes.slice();
    await readPdf(bytes);
    expect(bytes).toEqual(before);
  });
});

describe("lines become paragraphs", () => {
  it("however they are broken", async () => {
    expect(await print((page) => page.text(LONG, { width: 200 }))).toEqual([LONG]);
  });

  it("with or without space between them", async () => {
    const paragraphs = [LONG, "A second one.", LONG];
    expect(await print((page) => all(paragraphs, (text) => page.text(text).moveDown()))).toEqual(paragraphs);
    expect(await print((page) => all(paragraphs, (text) => page.text(text)))).toEqual(paragraphs);
  });

  it("over the end of a page, without what stands at its edges", async () => {
    const text = await print(
      (page) => {
        put(page, "OFFICIAL", 260, 30);
        put(page, "The authority undertakes to bring its account", 72, 740);
        put(page, "Page 1 of 2", 260, 800);
        page.addPage();
        put(page, "OFFICIAL", 260, 30);
        put(page, "to balance by the end of 2025-26.", 72, 72);
        put(page, "Page 2 of 2", 260, 800);
      },
      { margin: 20 },
    );
    expect(text).toEqual(["The authority undertakes to bring its account to balance by the end of 2025-26."]);
  });

  it("each with its mark", async () => {
    const items = [
      "3.1 Open two units;",
      "3.2 Review top-up funding:",
      "a) for schools;",
      "b) for colleges.",
      "• Publish it.",
    ];
    expect(await print((page) => all(items, (text) => page.text(text)))).toEqual([
      "3.1|Open two units;",
      "3.2|Review top-up funding:",
      "a)|for schools;",
      "b)|for colleges.",
      "•|Publish it.",
    ]);
  });

  it("each with its mark, where that is a painted dot", async () => {
    const read = await print((page) => {
      put(page, "It includes action to:", 72, 100);
      page.circle(84, 121, 1.5).fill();
      put(page, "open two units;", 96, 116);
      page.circle(104, 137, 1.5).stroke();
      put(page, "one in the north", 116, 132);
      page.rect(82.5, 151.5, 3, 3).fill();
      put(page, "review top-up funding.", 96, 148);
    });
    expect(read).toEqual([
      "It includes action to:",
      "\u2022|open two units;",
      "\u25e6|one in the north",
      "\u2022|review top-up funding.",
    ]);
  });

  it("a dot among words, or far from them, is no mark", async () => {
    const read = await print((page) => {
      put(page, "Promised", 72, 100);
      page.circle(128, 105, 1.5).fill();
      put(page, "and paid, by year", 136, 100);
      page.circle(30, 121, 1.5).fill();
      put(page, "in every part of the county.", 72, 116);
    });
    expect(read.join(" ")).not.toContain("|");
  });

  it.each([
    [
      "a year broken over lines",
      "by the end of 2022-",
      "23. In later years more",
      "by the end of 2022-23. In later years more",
    ],
    [
      "a word broken at its end",
      "an additional contri-",
      "bution is paid",
      "an additional contribution is paid",
    ],
    ["a compound broken at its hyphen", "a positive in-", "year balance", "a positive in-year balance"],
  ])("%s", async (_, first, second, text) => {
    const read = await print((page) => {
      put(page, first, 72, 100);
      put(page, second, 72, 113);
    });
    expect(read).toEqual([text]);
  });

  it("printed twice to look bold, said once", async () => {
    const text = await print((page) => {
      put(page, "Conditions of the agreement", 72, 100);
      put(page, "Conditions of the agreement", 72.3, 100);
    });
    expect(text).toEqual(["Conditions of the agreement"]);
  });

  it("on a page that lies on its side", async () => {
    const read = await print((page) => {
      page.rotate(90, { origin: [300, 300] });
      put(page, "The text runs down the page and is read as well as any other.", 72, 100);
    });
    expect(read).toEqual(["The text runs down the page and is read as well as any other."]);
  });

  it("without a stamp across the page", async () => {
    const read = await print((page) => {
      page.text(LONG);
      page.rotate(45, { origin: [300, 300] });
      put(page, "DRAFT", 200, 300, 60);
    });
    expect(read).toEqual([LONG]);
  });
});

describe("figures become tables", () => {
  const ROWS = [
    ["Year", "Deficit £m", "Payment £m"],
    ["2022-23", "£30.5", "£8.2"],
    ["2023-24", "£31.20", "nil"],
    ["2024-25", "(£3.2)", "TBC"],
  ];

  it("without ruled lines", async () => {
    const read = await print((page) => putRows(page, ROWS));
    expect(read).toEqual([ROWS]);
  });

  it.each([
    ["without their century", ["22/23", "23/24", "24/25"]],
    ["by their last month", ["Mar-23", "Mar-24", "Mar-25"]],
    ["by their last day", ["31/03/23", "31/03/24", "31/03/25"]],
  ])("without ruled lines, the years %s", async (_, years) => {
    const rows = ROWS.map((row, index) => [years[index - 1] ?? "Year", ...row.slice(1)]);
    expect(await print((page) => putRows(page, rows))).toEqual([rows]);
  });

  it("with ruled lines, where cells have several lines", async () => {
    const read = await print((page) => {
      grid(page, [72, 160, 300], [100, 140, 160, 180]);
      put(page, "Year", 80, 116);
      put(page, "Forecast deficit", 170, 110);
      put(page, "at year end £m", 170, 123);
      put(page, "2022-23", 80, 145);
      put(page, "£30.5", 260, 145);
      put(page, "2023-24", 80, 165);
      put(page, "£31.2", 260, 165);
    });
    expect(read).toEqual([
      [
        ["Year", "Forecast deficit at year end £m"],
        ["2022-23", "£30.5"],
        ["2023-24", "£31.2"],
      ],
    ]);
  });

  it("with cells merged across and down", async () => {
    const read = await print((page) => {
      for (const y of [100, 120, 160]) page.moveTo(72, y).lineTo(300, y).stroke();
      page.moveTo(160, 140).lineTo(300, 140).stroke();
      for (const x of [72, 300]) page.moveTo(x, 100).lineTo(x, 160).stroke();
      page.moveTo(160, 120).lineTo(160, 160).stroke();
      put(page, "Additional DSG", 130, 105);
      put(page, "2023-24", 80, 135);
      put(page, "£1.0m", 170, 125);
      put(page, "£2.0m", 170, 145);
    });
    expect(read).toEqual([
      [
        ["Additional DSG", "^Additional DSG"],
        ["2023-24", "£1.0m"],
        ["^2023-24", "£2.0m"],
      ],
    ]);
  });

  it("without the small raised marks of footnotes, with the raised letters of 31st", async () => {
    const read = await print((page) => {
      put(page, "2022-23", 72, 100);
      put(page, "£20.5", 200, 100);
      put(page, "2", 200 + page.fontSize(11).widthOfString("£20.5"), 98, 7);
      put(page, "2023-24", 72, 116);
      put(page, "£21.5", 200, 116);
      put(page, "By 31", 72, 160);
      put(page, "st", 72 + page.fontSize(11).widthOfString("By 31"), 158, 7);
      put(page, "March 2025.", 72 + page.fontSize(11).widthOfString("By 31 ") + 10, 160);
    });
    expect(read).toEqual([
      [
        ["2022-23", "£20.5"],
        ["2023-24", "£21.5"],
      ],
      "By 31st March 2025.",
    ]);
  });

  it("with a label so long that it touches its first figure, under a short one that doesn't", async () => {
    const read = await print((page) => {
      put(page, "Year end", 72, 100);
      for (const [index, text] of ["2022-23", "2023-24", "2024-25"].entries())
        put(page, text, 152 + 60 * index, 100);
      put(page, "Forecast deficit", 72, 116);
      for (const [index, text] of ["30.5", "31.2", "3.2"].entries()) put(page, text, 152 + 60 * index, 116);
    });
    expect(read).toEqual([
      [
        ["Year end", "2022-23", "2023-24", "2024-25"],
        ["Forecast deficit", "30.5", "31.2", "3.2"],
      ],
    ]);
  });

  it("with years side by side over labels that have no heading", async () => {
    const read = await print((page) => {
      for (const [index, text] of ["2022-23", "2023-24", "2024-25"].entries())
        put(page, text, 108 + 60 * index, 100);
      put(page, "Deficit £30.5", 72, 116);
      for (const [index, text] of ["£31.2", "£3.2"].entries()) put(page, text, 168 + 60 * index, 116);
    });
    expect(read).toEqual([
      [
        ["", "2022-23", "2023-24", "2024-25"],
        ["Deficit", "£30.5", "£31.2", "£3.2"],
      ],
    ]);
  });

  it("whose last year touches the word over the totals", async () => {
    const read = await print((page) => {
      for (const [index, text] of ["2022-23", "2023-24", "Total"].entries())
        put(page, text, 130 + 45 * index, 100);
      put(page, "Payment", 72, 116);
      for (const [index, text] of ["£8.2", "£3.2", "£11.4"].entries()) put(page, text, 130 + 45 * index, 116);
    });
    expect(read).toEqual([
      [
        ["", "2022-23", "2023-24", "Total"],
        ["Payment", "£8.2", "£3.2", "£11.4"],
      ],
    ]);
  });

  it("painted over their ruled lines in one run, each part within its cell", async () => {
    const { blocks } = await readPdf(
      await makePdf((page) => {
        grid(page, [72, 150, 220], [100, 120, 140]);
        const left = 150 - page.fontSize(11).widthOfString("2022-23 ");
        put(page, "2022-23 £30.5", left - 3, 105);
        put(page, "2023-24 £31.2", left + 5, 125);
      }),
    );
    const [table] = blocks;
    if (table?.kind !== "table") throw new Error("no table");
    expect(table.rows.map((row) => row.map(({ text }) => text))).toEqual([
      ["2022-23", "£30.5"],
      ["2023-24", "£31.2"],
    ]);
    for (const [year, figure] of table.rows) {
      const [left = 0, , width = 0] = year?.place.area ?? [];
      expect(left + width).toBeLessThan(150);
      expect(figure?.place.area?.[0]).toBeGreaterThan(150);
    }
  });

  it("painted in several runs", async () => {
    const read = await print((page) => {
      for (const [index, year] of ["2022-23", "2023-24"].entries()) {
        const top = 100 + 16 * index;
        put(page, year, 72, top);
        put(page, "£", 200, top);
        put(page, "20", 206.5, top);
        put(page, ".5", 219, top);
      }
    });
    expect(read).toEqual([
      [
        ["2022-23", "£20.5"],
        ["2023-24", "£20.5"],
      ],
    ]);
  });

  it("each cell with its place on the page", async () => {
    const { blocks } = await readPdf(
      await makePdf((page) => {
        page.addPage();
        putRows(page, ROWS);
      }),
    );
    const [table] = blocks;
    if (table?.kind !== "table") throw new Error("no table");
    const { page, area } = table.rows[1]?.[1]?.place ?? {};
    const [left = 0, top = 0, width = 0, height = 0] = area ?? [];
    expect(page).toBe(2);
    expect(left).toBeCloseTo(192, 0);
    expect(top).toBeGreaterThan(112);
    expect(top + height).toBeLessThan(132);
    expect(width).toBeLessThan(40);
  });
});

describe("a page made to keep its reader busy is read, or refused, within five seconds", () => {
  const many = (count: number, paint: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => paint(index)).join("\n");
  const at = (index: number) => `1 0 0 1 ${(index * 7) % 580} ${(index * 13) % 800} Tm`;
  const lines = (count: number, gap: number) =>
    many(
      count,
      (index) => `0 ${index * gap} m 2400 ${index * gap} l S ${index * gap} 0 m ${index * gap} 2400 l S`,
    );

  it.each([
    [
      "small digits strewn over it",
      many(29_000, (index) => `BT /F1 ${6 + (index % 3)} Tf ${at(index)} (${index % 10}) Tj ET`),
    ],
    [
      "the same letter over and over in one place",
      many(29_000, () => "BT /F1 9 Tf 1 0 0 1 72 400 Tm (1) Tj ET"),
    ],
    [
      "words strewn over ruled lines",
      `${lines(60, 10)}\n${many(9_000, (index) => `BT /F1 8 Tf ${at(index)} (ab 12 c) Tj ET`)}`,
    ],
    ["ruled lines to the thousand", lines(749, 3.2)],
  ])("%s", async (_, painting) => {
    const bytes = await makePdf((page) => {
      page.text(LONG);
      page.addContent(painting);
    });
    const begun = process.cpuUsage();
    await faultOf(bytes);
    const { user, system } = process.cpuUsage(begun);
    expect((user + system) / 1_000).toBeLessThan(5_000);
  });
});

it("says which pages are pictures", async () => {
  const bytes = await makePdf((page) => {
    page.text(LONG);
    page.addPage().rect(72, 72, 300, 300).stroke();
  });
  expect(await readPdf(bytes)).toMatchObject({ pages: 2, picturePages: [2] });
});

function grid(page: PDFKit.PDFDocument, xs: readonly number[], ys: readonly number[]): void {
  for (const x of xs)
    page
      .moveTo(x, ys[0] ?? 0)
      .lineTo(x, ys.at(-1) ?? 0)
      .stroke();
  for (const y of ys)
    page
      .moveTo(xs[0] ?? 0, y)
      .lineTo(xs.at(-1) ?? 0, y)
      .stroke();
}

function putRows(page: PDFKit.PDFDocument, rows: readonly (readonly string[])[]): void {
  for (const [index, row] of rows.entries())
    for (const [column, text] of row.entries()) put(page, text, 72 + 120 * column, 100 + 16 * index);
}

function all<T>(values: readonly T[], act: (value: T) => unknown): void {
  for (const value of values) act(value);
}

function times(count: number, act: () => unknown): void {
  for (let index = 0; index < count; index += 1) act();
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

/** One byte of the page's packed text is another. */
function damaged(bytes: Uint8Array): Uint8Array {
  const at = Buffer.from(bytes).indexOf("stream") + 40;
  return bytes.map((byte, index) => (index === at ? byte ^ 0xff : byte));
}

/** A good PDF with one more packed part that nothing refers to. */
async function withStream(packed: Buffer, filter = "/FlateDecode"): Promise<Uint8Array> {
  const bytes = Buffer.from(await whole());
  const end = bytes.lastIndexOf("xref");
  const part = Buffer.concat([
    Buffer.from(`99 0 obj\n<< /Length ${packed.byteLength} /Filter ${filter} >>\nstream\n`),
    packed,
    Buffer.from("\nendstream\nendobj\n"),
  ]);
  const start = bytes.lastIndexOf("startxref");
  const table = bytes.subarray(end, start);
  const tail = Buffer.from(`startxref\n${end + part.byteLength}\n%%EOF\n`);
  return new Uint8Array(Buffer.concat([bytes.subarray(0, end), part, table, tail]));
}
