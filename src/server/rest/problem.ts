/**
 * A request that can't be answered, in words for whoever asked (RFC 9457, `application/problem+json`).
 */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    /** Further members of the document, for programs. */
    readonly members: Readonly<Record<string, unknown>> = {},
  ) {
    super(`${title}: ${detail}`);
  }
}

export function notFound(detail: string, members?: Readonly<Record<string, unknown>>): Problem {
  return new Problem(404, "Not found", detail, members);
}

export function unknownCouncil(code: string): Problem {
  return notFound(
    `No council has the code "${code}". Use an ONS code (E06000023), a DfE code (801) or an address name (bristol).`,
  );
}

export function badRequest(detail: string, members?: Readonly<Record<string, unknown>>): Problem {
  return new Problem(400, "Bad request", detail, members);
}

export function unavailable(detail: string): Problem {
  return new Problem(503, "Not available", detail);
}

/** What went wrong on our side stays in the log: no text of it goes outside. */
export const FAULT = new Problem(500, "Something went wrong", "The fault is ours. Try again in a minute.");

export function problemDocument(problem: Problem, path: string): string {
  const { title, status, detail, members } = problem;
  return JSON.stringify({ type: "about:blank", title, status, detail, instance: path, ...members });
}
