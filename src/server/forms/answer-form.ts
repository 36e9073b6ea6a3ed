/** Never kept, never indexed: who signs in, and how it went, is between them and us. */
export const PRIVATE = { "Cache-Control": "no-store", "X-Robots-Tag": "noindex" };

/** On to a page of ours, which the browser asks for with GET. */
export function goOn(path: string, cookies: readonly string[] = []): Response {
  const headers = new Headers({ ...PRIVATE, Location: path });
  for (const cookie of cookies) headers.append("Set-Cookie", cookie);
  return new Response(null, { status: 303, headers });
}

/** In a sentence, for what no page of ours would send. */
export function refuse(status: 400 | 403 | 404, sentence: string): Response {
  return new Response(`${sentence}\n`, {
    status,
    headers: { ...PRIVATE, "Content-Type": "text/plain; charset=utf-8" },
  });
}

export const FROM_ELSEWHERE =
  "This came from another site, so nothing was done. Open the page here and try again.";
export const NOT_A_FORM = "The form could not be read. Go back and try again.";
