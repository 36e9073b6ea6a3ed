import { writeFileSync } from "node:fs";
import type { Finding } from "@/domain/finding";
import { CouncilRegister } from "@/domain/local-authority/council-register";
import { extentOf } from "@/domain/local-authority/extent";
import { withoutStrayFaults } from "@/ingest/without-stray-faults";
import type { DraftReading, FetchedDocument } from "@/sources/publication";
import { publicationById } from "@/sources/registry";
import { type FuzzKind, fuzzSeeds } from "./fuzz-seeds";
import { mutatedDocument } from "./mutated-document";
import { PrintedNumbers } from "./printed-numbers";
import { printedTexts } from "./printed-texts";
import { publishedNumbers } from "./published-numbers";

/** What came of reading one mutated document. */
export interface Trial {
  readonly number: number;
  readonly seed: string;
  readonly mutations: readonly string[];
  /** Of the reading alone: by the clock, and by the processor where others keep it busy. */
  readonly milliseconds: number;
  readonly processorMilliseconds: number;
  /** The most memory this process has had so far, in bytes. */
  readonly peakBytes: number;
  readonly figures: number;
  /** The finding that stopped it; null when figures or documents were published. */
  readonly refusedBy: string | null;
  /** What no reader may do, in words. */
  readonly violations: readonly string[];
}

/** The invented councils, whom the practice documents speak of. */
export function inventedCouncils(): CouncilRegister {
  const list = fuzzSeeds().find(({ name }) => /^2024.*local_authorities\.csv$/.test(name));
  if (!list) throw new Error("The practice archive has no list of councils.");
  const { figures } = publicationById("local-authorities").read(list.document) as DraftReading;
  const authorities = figures.flatMap((figure) => (figure.type === "authority" ? [figure.authority] : []));
  return new CouncilRegister(authorities, extentOf(authorities));
}

/** Mutates, reads, and holds what was read against what is printed. */
export async function tryDocument(
  kind: FuzzKind,
  number: number,
  councils: CouncilRegister,
  keepAs?: string,
): Promise<Trial> {
  const { seed, mutations, bytes } = mutatedDocument(kind, number);
  if (keepAs) writeFileSync(keepAs, bytes);
  const document = { ...seed.document, bytes };
  const publication = publicationById(seed.publication);
  const violations: string[] = [];
  let reading: DraftReading | null = null;
  let listed = 0;
  const findings: Finding[] = [];
  const begun = performance.now();
  const { user, system } = process.cpuUsage();
  try {
    if (seed.isListing) {
      const found = publication.findDocuments(document);
      listed = found.documents.length;
      findings.push(...found.findings);
      publication.readPage?.(document);
    }
    if (!seed.isListing || publication.readsListing) {
      reading = await withoutStrayFaults(async () => publication.read(document));
      findings.push(...reading.findings, ...publication.check(reading, councils, document.origin));
      publication.checkAgainstHeld?.(reading, councils, []);
    }
  } catch (error) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    violations.push(`threw ${stack.split("\n").slice(0, 6).join(" ").replace(/\s+/g, " ").slice(0, 700)}`);
  }
  const milliseconds = performance.now() - begun;
  const used = process.cpuUsage({ user, system });
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  if (reading?.edition) violations.push(...(await notPrinted(document, reading)));
  violations.push(...polluted());
  const stop = findings.find(({ severity }) => severity === "stop");
  const figures = reading?.edition ? reading.figures.length : 0;
  return {
    ...{ number, seed: seed.name, mutations, milliseconds, peakBytes, figures, violations },
    processorMilliseconds: (used.user + used.system) / 1000,
    refusedBy: stop?.kind ?? (figures + listed > 0 ? null : (findings[0]?.kind ?? "nothing-in-it")),
  };
}

async function notPrinted(document: FetchedDocument, reading: DraftReading): Promise<string[]> {
  let printed: PrintedNumbers;
  try {
    printed = new PrintedNumbers(await withoutStrayFaults(() => printedTexts(document)));
  } catch (error) {
    return [`was read, though nothing else can: ${error}`];
  }
  return reading.figures.flatMap((figure) => {
    const { amounts, counts, years, endOf } = publishedNumbers(figure);
    const what = `${figure.type} at ${JSON.stringify(figure.locator)}`;
    return [
      ...amounts
        .filter((each) => !printed.hasAmount(each))
        .map((each) => `published ${each}p, not printed: ${what}`),
      ...counts
        .filter((each) => !printed.hasCount(each))
        .map((each) => `published ${each}, not printed: ${what}`),
      ...years
        .filter((each) => !printed.hasYear(each))
        .map((each) => `published ${each}, not printed: ${what}`),
      ...(endOf === undefined || printed.hasYearEnd(endOf)
        ? []
        : [`published ${endOf}, not printed: ${what}`]),
    ];
  });
}

/** What a reader has left behind on the prototypes that all values share. */
function polluted(): string[] {
  return [Object.prototype, Array.prototype].flatMap((prototype) => {
    const left = Object.keys(prototype);
    for (const key of left) delete (prototype as unknown as Record<string, unknown>)[key];
    return left.map((key) => `left "${key}" on a prototype`);
  });
}
