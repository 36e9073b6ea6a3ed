import type { Locator } from "./provenance";

/** Where a figure stands: a document by the beginning of its SHA-256, and the place in it. */
export interface FigurePlace {
  /** Twelve hexadecimal digits: more than enough to tell all documents that will ever be held apart. */
  readonly document: string;
  readonly locator: Locator;
}

const DIGITS = 12;
/** In the order in which they're written: one place has one address. */
const TEXTS = ["path", "sheet", "table", "cell"] as const;
const NUMBERS = ["page", "row"] as const;

/** As it stands in an address: `3f2a9c1b2d3e;sheet=High needs;cell=C5`. It says the same for as long as the document is kept. */
export function writeFigurePlace({
  snapshotSha256,
  locator,
}: {
  readonly snapshotSha256: string;
  readonly locator: Locator;
}): string {
  const parts = [...TEXTS, ...NUMBERS].flatMap((name) => {
    const value = locator[name];
    return value === undefined ? [] : [`${name}=${escaped(String(value))}`];
  });
  const area = locator.area === undefined ? [] : [`area=${locator.area.join(",")}`];
  return [snapshotSha256.slice(0, DIGITS), ...parts, ...area].join(";");
}

/** @returns null for what isn't such an address */
export function readFigurePlace(text: string): FigurePlace | null {
  const [document = "", ...parts] = text.split(";");
  if (!/^[0-9a-f]{12}$/.test(document)) return null;
  const locator: Record<string, string | number | readonly number[]> = {};
  for (const part of parts) {
    const at = part.indexOf("=");
    const name = part.slice(0, at);
    const value = readPart(name, part.slice(at + 1));
    if (at < 0 || value === null || name in locator) return null;
    locator[name] = value;
  }
  return { document, locator: locator as Locator };
}

function readPart(name: string, value: string): string | number | readonly number[] | null {
  if ((NUMBERS as readonly string[]).includes(name)) return /^\d{1,9}$/.test(value) ? Number(value) : null;
  if ((TEXTS as readonly string[]).includes(name)) return unescaped(value);
  if (name !== "area") return null;
  const sides = value.split(",").map(Number);
  return sides.length === 4 && sides.every(Number.isFinite) && !/,,|^,|,$/.test(value) ? sides : null;
}

/** What separates parts can't stand within one. */
function escaped(value: string): string {
  return value.replaceAll("%", "%25").replaceAll(";", "%3B");
}

function unescaped(value: string): string {
  return value.replaceAll("%3B", ";").replaceAll("%25", "%");
}
