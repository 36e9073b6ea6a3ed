import { strFromU8, strToU8, type Unzipped, unzipSync, zipSync } from "fflate";
import type { Chance } from "./chance";
import { BYTE_MUTATIONS, type Mutation } from "./mutate-bytes";
import { TEXT_MUTATIONS } from "./mutate-text";

/** Unpacks, changes the parts and packs again; a zip that is damaged already stays as it is. */
export function withParts(
  zip: Uint8Array,
  change: (parts: Unzipped) => Readonly<Record<string, Uint8Array>>,
): Uint8Array {
  let parts: Unzipped;
  try {
    parts = unzipSync(zip, { filter: ({ originalSize }) => originalSize < 50_000_000 });
  } catch {
    return zip;
  }
  const changed = Object.entries(change(parts)).map(([name, part]) => [name, new Uint8Array(part)] as const);
  return zipSync(Object.fromEntries(changed.filter(([name]) => name !== "__proto__")), { level: 1 });
}

/** Changes one part, the larger ones among them more often. */
function withPart(
  zip: Uint8Array,
  chance: Chance,
  change: (part: Uint8Array, name: string) => Uint8Array,
): Uint8Array {
  return withParts(zip, (parts) => {
    const names = Object.keys(parts);
    if (names.length === 0) return parts;
    const largest = names.reduce((a, b) => ((parts[a]?.length ?? 0) >= (parts[b]?.length ?? 0) ? a : b));
    const name = chance.isOneIn(3) ? chance.oneOf(names) : largest;
    return { ...parts, [name]: change(parts[name] ?? new Uint8Array(), name) };
  });
}

/** Changes the first part whose name the pattern meets, as text. */
export function withText(
  zip: Uint8Array,
  part: RegExp,
  change: (text: string, name: string) => string,
): Uint8Array {
  return withParts(zip, (parts) => {
    const name = Object.keys(parts).find((each) => part.test(each));
    return name === undefined
      ? parts
      : { ...parts, [name]: strToU8(change(strFromU8(parts[name] ?? new Uint8Array()), name)) };
  });
}

/** What is done to the files inside of a zip, and to the zip as a zip. */
export const ZIP_MUTATIONS: readonly Mutation<Uint8Array>[] = [
  ...TEXT_MUTATIONS.map(({ name, apply }) => ({
    name: `within a part: ${name}`,
    apply: (zip: Uint8Array, chance: Chance) =>
      withPart(zip, chance, (part) => strToU8(apply(strFromU8(part), chance))),
  })),
  {
    name: "within a part: bytes spoilt",
    apply: (zip, chance) => withPart(zip, chance, (part) => chance.oneOf(BYTE_MUTATIONS).apply(part, chance)),
  },
  {
    name: "a part lost",
    apply: (zip, chance) =>
      withParts(zip, (parts) => {
        const lost = chance.oneOf([...Object.keys(parts), ""]);
        return Object.fromEntries(Object.entries(parts).filter(([name]) => name !== lost));
      }),
  },
  {
    name: "a part renamed or doubled",
    apply: (zip, chance) =>
      withParts(zip, (parts) => {
        const names = Object.keys(parts);
        if (names.length === 0) return parts;
        const name = chance.oneOf(names);
        const other = chance.oneOf([
          `../${name}`,
          `${name}.csv`,
          `data/copy-of-${name}`,
          "__proto__",
          "a/".repeat(300),
        ]);
        return { ...parts, [other]: parts[name] ?? new Uint8Array() };
      }),
  },
  {
    name: "the directory's sizes falsified",
    apply: (zip, chance) => {
      const copy = Buffer.from(zip);
      const entry = copy.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
      if (entry === -1) return zip;
      const size = chance.oneOf([0, 1, 199_999_999, 0x7fffffff, 0xfffffffe]);
      for (const at of [20, 24].filter(() => !chance.isOneIn(3)))
        if (entry + at + 4 <= copy.length) copy.writeUInt32LE(size, entry + at);
      return new Uint8Array(copy);
    },
  },
];
