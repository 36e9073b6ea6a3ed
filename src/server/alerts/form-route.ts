import { comesFromThisSite } from "../comes-from-this-site";
import { createRequestContext, type RequestContext } from "../context";
import { NEVER_KEPT } from "../rest/answer";
import { siteAddress } from "../rest/site-address";

/** A route that takes a form from one of our pages. */
export interface FormRoute {
  /** For the log, which must not hold a token or an address. */
  readonly name: string;
  /** The page the form is on, for whoever comes here without one. */
  readonly page: string;
  /** @returns the path of the page to go on to */
  take(context: RequestContext, form: FormData, request: Request): Promise<string>;
}

export interface FormHandlers {
  readonly GET: () => Response;
  readonly POST: (request: Request) => Promise<Response>;
}

const LARGEST_BYTES = 64 * 1024;
const HEADERS = { "Cache-Control": NEVER_KEPT, "Referrer-Policy": "no-referrer" };

/**
 * The handlers that Next looks for in a `route.ts`: a form is taken only from a page of this site, and answered by
 * going on to a page, so that reloading sends nothing twice.
 */
export function takeForms(
  { name, page, take }: FormRoute,
  openContext: () => RequestContext = createRequestContext,
): FormHandlers {
  return {
    GET: () => seeOther(page),
    async POST(request) {
      if (!isFromOurPage(request)) {
        return plainAnswer(403, "This form was not sent from this site, so nothing was changed.");
      }
      const form = await readForm(request);
      if (form === null) return plainAnswer(400, "The form could not be read, so nothing was changed.");
      try {
        return seeOther(await take(openContext(), form, request));
      } catch (error) {
        openContext().log.error(`${name} failed`, { err: error });
        return plainAnswer(500, "Something went wrong on our side. Go back and try again in a minute.");
      }
    },
  };
}

/** @returns null for what is no form, or is larger than any of ours */
export async function readForm(request: Request): Promise<FormData | null> {
  const bytes = await readBody(request.body);
  const type = request.headers.get("content-type");
  if (bytes === null || type === null) return null;
  try {
    return await new Response(bytes, { headers: { "content-type": type } }).formData();
  } catch {
    return null;
  }
}

async function readBody(body: ReadableStream<Uint8Array> | null): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > LARGEST_BYTES) return null;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/**
 * Our pages with tokens in their address tell nobody where they are, so their forms come from "null". Then the
 * browser's own word decides; one too old to give it shows by the token that it was on such a page.
 */
function isFromOurPage(request: Request): boolean {
  const { headers } = request;
  if (headers.get("origin") === "null") {
    const site = headers.get("sec-fetch-site");
    return site === null || site === "same-origin";
  }
  return comesFromThisSite(headers, siteAddress(request));
}

export function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { ...HEADERS, Location: path } });
}

export function plainAnswer(status: number, detail: string): Response {
  return new Response(`${detail}\n`, {
    status,
    headers: { ...HEADERS, "Content-Type": "text/plain; charset=utf-8" },
  });
}
