/**
 * Whether a page of this site sent a request that is to change something.
 *
 * Browsers say where a POST comes from in Origin, and no page can write another into it. It has to be the site's own
 * address, as the operator named it or as the request was addressed: a page elsewhere can choose neither for a
 * browser that carries somebody's session. Whatever doesn't say where it comes from is refused.
 *
 * @param baseUrl BASE_URL
 */
export function comesFromThisSite(headers: Headers, baseUrl: string): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin") return false;
  const origin = headers.get("origin");
  if (origin === null || !URL.canParse(origin)) return false;
  const { origin: sender, host } = new URL(origin);
  return sender === new URL(baseUrl).origin || (host !== "" && host === headers.get("host"));
}
