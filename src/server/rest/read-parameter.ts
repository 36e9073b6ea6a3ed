import { badRequest } from "./problem";

/**
 * A parameter as it was meant; undefined where it wasn't given.
 *
 * @throws Problem (400) naming the parameter and what it may be
 */
export function readWith<T>(
  text: string | undefined,
  read: (text: string) => T | null,
  name: string,
  expected: string,
): T | undefined {
  if (text === undefined) return undefined;
  const value = read(text);
  if (value === null) {
    throw badRequest(`"${name}" is ${expected}, but got "${text.slice(0, 100)}".`, { parameter: name });
  }
  return value;
}

/** A council's ONS code, DfE code or address name, by its form. */
export function readCode(text: string): string | null {
  return /^[A-Za-z0-9-]{1,100}$/.test(text) ? text : null;
}
