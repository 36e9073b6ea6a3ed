/** The publishers' hosts: nothing else is ever asked, whatever a page or a redirect points to. */
export const PUBLISHER_HOSTS: ReadonlySet<string> = new Set([
  "www.gov.uk",
  "assets.publishing.service.gov.uk",
  "skillsfunding.service.gov.uk",
  "explore-education-statistics.service.gov.uk",
  "content.explore-education-statistics.service.gov.uk",
]);

export function isPublishers(url: URL): boolean {
  return url.protocol === "https:" && PUBLISHER_HOSTS.has(url.host) && url.username === "";
}

export function throughProxy(url: URL, proxy: string | null): string {
  return proxy === null ? url.href : `${proxy.replace(/\/$/, "")}/${url.host}${url.pathname}${url.search}`;
}

/**
 * Where a redirect leads, in the publisher's own terms also when it names the proxy.
 *
 * @returns null if it isn't an address
 */
export function redirectTarget(location: string, from: URL, proxy: string | null): URL | null {
  if (!URL.canParse(location, from.href)) return null;
  const target = new URL(location, from);
  if (proxy === null) return target;
  const { origin, pathname } = new URL(proxy);
  const base = pathname.replace(/\/$/, "");
  const [, host = "", ...path] = target.pathname.slice(base.length).split("/");
  // A replica may answer with its whole address, or with its own path: no publisher has such a path.
  const namesReplica = target.origin === origin && target.pathname.startsWith(`${base}/`);
  if (!namesReplica && !(target.host === from.host && PUBLISHER_HOSTS.has(host))) return target;
  const address = `https://${host}/${path.join("/")}${target.search}`;
  return URL.canParse(address) ? new URL(address) : null;
}
