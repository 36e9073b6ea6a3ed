/** Faults of a damaged file, by the names that the PDF library gives them. */
const FAULTS = new Set([
  "FormatError",
  "MissingDataException",
  "ParserEOFException",
  "XRefEntryException",
  "XRefParseException",
]);

let readings = 0;

/**
 * Reads a document so that a damaged one can't end the process. The PDF library looks for pages ahead of their turn
 * and forgets those that it can't find: nobody awaits their rejected promises. They are dropped while anything is read
 * here; a page that is wanted rejects where it's awaited. What else nobody handles ends the process as ever.
 */
export async function withoutStrayFaults<T>(read: () => Promise<T>): Promise<T> {
  if (readings === 0) process.on("unhandledRejection", dropOwn);
  readings += 1;
  try {
    return await read();
  } finally {
    // What was rejected last is reported after the promises that are settled by now.
    await new Promise((resolve) => setImmediate(resolve));
    readings -= 1;
    if (readings === 0) process.off("unhandledRejection", dropOwn);
  }
}

function dropOwn(reason: unknown): void {
  const name = (reason as { readonly name?: unknown } | null)?.name;
  if (typeof name === "string" && FAULTS.has(name)) return;
  if (process.listenerCount("unhandledRejection") === 1) throw reason;
}
