export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

/** One parameter of an address; of several of a name the first, without one nothing. */
export function single(params: SearchParams, name: string): string {
  const value = params[name];
  return (Array.isArray(value) ? value[0] : value) ?? "";
}
