import type { Chance } from "./chance";

/** A way to spoil something. The name is printed when a reader doesn't withstand it. */
export interface Mutation<T> {
  readonly name: string;
  readonly apply: (content: T, chance: Chance) => T;
}

/** A place and a length within bytes; blocks are short more often than long. */
function block(bytes: Uint8Array, chance: Chance): { start: number; end: number } {
  const start = chance.between(0, Math.max(0, bytes.length - 1));
  const length = Math.ceil(bytes.length ** chance.next());
  return { start, end: Math.min(bytes.length, start + length) };
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

function overwritten(bytes: Uint8Array, write: (copy: Uint8Array) => void): Uint8Array {
  const copy = bytes.slice();
  if (copy.length > 0) write(copy);
  return copy;
}

/** What transport, storage and bad luck do to any file. */
export const BYTE_MUTATIONS: readonly Mutation<Uint8Array>[] = [
  {
    name: "bits flipped",
    apply: (bytes, chance) =>
      overwritten(bytes, (copy) => {
        for (let times = chance.between(1, 12); times > 0; times -= 1) {
          const at = chance.between(0, copy.length - 1);
          copy[at] = (copy[at] ?? 0) ^ (1 << chance.between(0, 7));
        }
      }),
  },
  {
    name: "bytes replaced",
    apply: (bytes, chance) =>
      overwritten(bytes, (copy) => {
        for (let times = chance.between(1, 40); times > 0; times -= 1)
          copy[chance.between(0, copy.length - 1)] = chance.between(0, 255);
      }),
  },
  {
    name: "a length or an offset made extreme",
    apply: (bytes, chance) =>
      overwritten(bytes, (copy) => {
        const at = chance.between(0, copy.length - 1);
        const extreme = chance.oneOf([
          [0, 0, 0, 0],
          [255, 255, 255, 255],
          [255, 255, 255, 127],
          [0, 0, 0, 128],
        ]);
        for (const [index, byte] of extreme.entries()) if (at + index < copy.length) copy[at + index] = byte;
      }),
  },
  {
    name: "a block deleted",
    apply: (bytes, chance) => {
      const { start, end } = block(bytes, chance);
      return joined(bytes.subarray(0, start), bytes.subarray(end));
    },
  },
  {
    name: "a block inserted",
    apply: (bytes, chance) => {
      const { start } = block(bytes, chance);
      const noise = Uint8Array.from({ length: chance.between(1, 400) }, () => chance.between(0, 255));
      return joined(bytes.subarray(0, start), noise, bytes.subarray(start));
    },
  },
  {
    name: "a block blanked",
    apply: (bytes, chance) => {
      const { start, end } = block(bytes, chance);
      return overwritten(bytes, (copy) => copy.fill(chance.oneOf([0, 32, 255]), start, end));
    },
  },
  {
    name: "two blocks swapped",
    apply: (bytes, chance) => {
      const places = [0, 0, 0].map(() => chance.between(0, bytes.length)).sort((a, b) => a - b);
      const [first = 0, middle = 0, last = 0] = places;
      return joined(
        bytes.subarray(0, first),
        bytes.subarray(middle, last),
        bytes.subarray(first, middle),
        bytes.subarray(last),
      );
    },
  },
  {
    name: "cut short",
    apply: (bytes, chance) => bytes.slice(0, chance.between(0, bytes.length)),
  },
  {
    name: "a block repeated",
    apply: (bytes, chance) => {
      const { start, end } = block(bytes, chance);
      const times = Math.min(chance.between(1, 50), Math.floor(2_000_000 / Math.max(1, end - start)));
      const repeated = Array.from({ length: times }, () => bytes.subarray(start, end));
      return joined(bytes.subarray(0, end), ...repeated, bytes.subarray(end));
    },
  },
];
