/** The site's own address, as the operator gave it; else as it was asked. Without a slash at the end. */
export function siteAddress(request: Request): string {
  const named = process.env.BASE_URL?.trim() ?? "";
  return (URL.canParse(named) ? named : new URL(request.url).origin).replace(/\/+$/, "");
}

/** A tag URI (RFC 4151) under the site's host: it names a thing for good. */
export function tagUri(site: string, thing: string): string {
  return `tag:${new URL(site).hostname},2026:${thing}`;
}
