import { Chance } from "./chance";
import { type FuzzKind, type FuzzSeed, fuzzSeeds } from "./fuzz-seeds";
import { BYTE_MUTATIONS, type Mutation } from "./mutate-bytes";
import { HTML_MUTATIONS, JSON_MUTATIONS } from "./mutate-page";
import { PDF_MUTATIONS } from "./mutate-pdf";
import { TEXT_MUTATIONS } from "./mutate-text";
import { WORKBOOK_MUTATIONS } from "./mutate-workbook";
import { ZIP_MUTATIONS } from "./mutate-zip";

export interface MutatedDocument {
  readonly seed: FuzzSeed;
  /** In the order in which they were done. */
  readonly mutations: readonly string[];
  readonly bytes: Uint8Array;
}

/** Larger than what is ever fetched: the fetcher refuses it before a reader sees it. */
const MOST_BYTES = 20_000_000;

let seeds: readonly FuzzSeed[] | undefined;

/** The seeds of a kind, each as often as it's to come up. */
function choicesOf(kind: FuzzKind): readonly FuzzSeed[] {
  seeds ??= fuzzSeeds();
  return seeds
    .filter((seed) => seed.kind === kind)
    .flatMap((seed) => Array.from({ length: seed.weight }, () => seed));
}

/** The mutated document of that number: always the same as long as the seeds are. */
export function mutatedDocument(kind: FuzzKind, number: number): MutatedDocument {
  const chance = new Chance(`${kind}:${number}`);
  const seed = chance.oneOf(choicesOf(kind));
  const names: string[] = [];
  let { bytes } = seed.document;
  for (let times = chance.oneOf([1, 1, 1, 2, 3, 5]); times > 0; times -= 1) {
    const { name, apply } = chance.oneOf(chance.oneOf(mutationsFor(kind, bytes)));
    names.push(name);
    bytes = apply(bytes, chance);
  }
  return { seed, mutations: names, bytes: bytes.subarray(0, MOST_BYTES) };
}

const ofText = (mutations: readonly Mutation<string>[]): readonly Mutation<Uint8Array>[] =>
  mutations.map(({ name, apply }) => ({
    name,
    apply: (bytes, chance) => new TextEncoder().encode(apply(new TextDecoder().decode(bytes), chance)),
  }));

const TEXT = ofText(TEXT_MUTATIONS);
const HTML = ofText(HTML_MUTATIONS);
const JSONS = ofText(JSON_MUTATIONS);

/** Groups of mutations, each group as likely as the others. */
function mutationsFor(kind: FuzzKind, bytes: Uint8Array): readonly (readonly Mutation<Uint8Array>[])[] {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  switch (kind) {
    case "pdf":
      return [BYTE_MUTATIONS, PDF_MUTATIONS, PDF_MUTATIONS];
    case "workbook":
      return isZip ? [BYTE_MUTATIONS, ZIP_MUTATIONS, WORKBOOK_MUTATIONS] : [BYTE_MUTATIONS];
    case "page":
      return [BYTE_MUTATIONS, TEXT, bytes[0] === 0x3c ? HTML : JSONS, bytes[0] === 0x3c ? HTML : JSONS];
    case "table":
      return isZip ? [BYTE_MUTATIONS, ZIP_MUTATIONS, ZIP_MUTATIONS] : [BYTE_MUTATIONS, TEXT, TEXT];
  }
}
