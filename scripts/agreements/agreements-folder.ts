import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { agreementFodt } from "@/testing/agreements/agreement-fodt";
import { agreementHtml, govukHtml } from "@/testing/agreements/agreement-html";
import type { AgreementSpecification } from "@/testing/agreements/agreement-specification";
import { PRINTED_AS, printAgreement } from "@/testing/agreements/print-agreement";
import { attachmentTitle, attachmentUrl, termsExpected } from "@/testing/agreements/terms-expected";
import { CHROMIUM_AGREEMENTS } from "./chromium-agreements";
import { FAULTY_DOCUMENTS, type FaultyDocument } from "./faulty-documents";
import { GOVUK_AGREEMENTS } from "./govuk-agreements";
import { LIBREOFFICE_AGREEMENTS } from "./libreoffice-agreements";
import { PDFKIT_AGREEMENTS } from "./pdfkit-agreements";
import { ChromiumPrinter } from "./print-with-chromium";
import { findLibreOffice, printWithLibreOffice } from "./print-with-libreoffice";
import { undated } from "./undated";

export const AGREEMENTS_FOLDER = "src/sources/safety-valve-agreements/fixtures/agreements";
/** What each document was printed from, by hash: one whose source is the same isn't printed again. */
export const PRINTED_FROM = "printed-from.json";

export const AGREEMENTS: readonly AgreementSpecification[] = [
  ...CHROMIUM_AGREEMENTS,
  ...LIBREOFFICE_AGREEMENTS,
  ...PDFKIT_AGREEMENTS,
  ...GOVUK_AGREEMENTS,
];

interface Print {
  readonly file: string;
  /** The approved reading beside it. */
  readonly golden: unknown;
  /** Changes whenever the document has to be printed again. */
  readonly source: string;
  /** The printer that isn't on this machine. */
  missing(): string | null;
  print(): Promise<Uint8Array>;
}

export interface WrittenAgreements {
  readonly printed: readonly string[];
  readonly kept: number;
  readonly skipped: readonly { readonly name: string; readonly missing: string }[];
  readonly removed: readonly string[];
}

/** Prints what changed (or all), writes every approved reading, and removes what is no longer specified. */
export async function writeAgreements(folder: string, all: boolean): Promise<WrittenAgreements> {
  await mkdir(folder, { recursive: true });
  const before = await printedFrom(folder);
  const present = new Set(await readdir(folder));
  const chromium = new ChromiumPrinter();
  const after: Record<string, string> = {};
  const printed: string[] = [];
  const skipped: { name: string; missing: string }[] = [];
  const prints = printsOf(chromium);
  try {
    for (const { file, golden, source, missing, print } of prints) {
      const hash = hashOf(source);
      if (all || before[file] !== hash || !present.has(file)) {
        const absent = missing();
        if (absent) {
          skipped.push({ name: file, missing: absent });
          if (before[file]) after[file] = before[file];
          continue;
        }
        await writeFile(join(folder, file), undated(await print()));
        printed.push(file);
      }
      after[file] = hash;
      await writeFile(join(folder, goldenFile(file)), jsonText(golden));
    }
  } finally {
    await chromium.close();
  }
  await writeFile(join(folder, PRINTED_FROM), jsonText(after));
  const wanted = new Set([PRINTED_FROM, ...prints.flatMap(({ file }) => [file, goldenFile(file)])]);
  const removed = [...present].filter((file) => !wanted.has(file));
  for (const file of removed) await rm(join(folder, file));
  return { printed, kept: prints.length - printed.length - skipped.length, skipped, removed };
}

/** The approved readings by file name, as they should be on disk. */
export function approvedReadings(): Map<string, string> {
  return new Map(
    printsOf(new ChromiumPrinter()).map(({ file, golden }) => [goldenFile(file), jsonText(golden)]),
  );
}

/** The hash of what each document should have been printed from. */
export function wantedPrints(): Record<string, string> {
  return Object.fromEntries(
    printsOf(new ChromiumPrinter()).map(({ file, source }) => [file, hashOf(source)]),
  );
}

export async function printedFrom(folder: string): Promise<Record<string, string>> {
  try {
    return JSON.parse(await readFile(join(folder, PRINTED_FROM), "utf8"));
  } catch {
    return {};
  }
}

function printsOf(chromium: ChromiumPrinter): Print[] {
  return [
    ...AGREEMENTS.map((specification) => printOf(specification, chromium)),
    ...FAULTY_DOCUMENTS.map((document) => faultyPrint(document, chromium)),
  ];
}

function printOf(specification: AgreementSpecification, chromium: ChromiumPrinter): Print {
  const { name, layout, findings = [] } = specification;
  const golden = {
    title: attachmentTitle(specification),
    url: attachmentUrl(specification),
    findings,
    terms: termsExpected(specification),
  };
  switch (layout.producer) {
    case "chromium": {
      const html = agreementHtml(specification);
      return {
        ...{ file: `${name}.pdf`, golden, missing: noChromium },
        source: `${html}${layout.runningHead} ${layout.pageNumbers}`,
        print: () => chromium.print(html, layout),
      };
    }
    case "libreoffice": {
      const fodt = agreementFodt(specification);
      return {
        ...{ file: `${name}.pdf`, golden, source: fodt },
        missing: () => (findLibreOffice() ? null : "LibreOffice"),
        print: () => printWithLibreOffice(fodt, findLibreOffice() ?? ""),
      };
    }
    case "pdfkit":
      return {
        ...{ file: `${name}.pdf`, golden, missing: () => null },
        source: `${PRINTED_AS} ${agreementHtml(specification)}${JSON.stringify(layout)}`,
        print: () => printAgreement(specification),
      };
    case "html": {
      const html = govukHtml(specification);
      return {
        ...{ file: `${name}.html`, golden, missing: () => null, source: html },
        print: async () => new TextEncoder().encode(html),
      };
    }
  }
}

function faultyPrint(
  { name, ending, finding, needs, of, made, print }: FaultyDocument,
  chromium: ChromiumPrinter,
): Print {
  return {
    file: `${name}.${ending}`,
    golden: { title: attachmentTitle(of), url: attachmentUrl(of), finding },
    source: made,
    missing: needs === "chromium" ? noChromium : () => null,
    print: () => print(chromium),
  };
}

const noChromium = () => (ChromiumPrinter.isHere() ? null : "a Chromium browser");
const goldenFile = (file: string) => file.replace(/\.\w+$/, ".json");
const jsonText = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
const hashOf = (source: string) => createHash("sha256").update(source).digest("hex").slice(0, 16);
