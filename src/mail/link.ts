import type { MailSettings } from "./mail-settings";

/** In characters: enough for any page, and little enough for a message full of them. */
const LONGEST = 1_000;

/**
 * An address that may stand behind a link: a web address without a name or password in it, or null. What the
 * sender replaces is left as it is; braces within an address are written so that he doesn't find any.
 */
export function webLink(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, username, password, href } = new URL(url);
  if ((protocol !== "https:" && protocol !== "http:") || username !== "" || password !== "") return null;
  return href.length > LONGEST ? null : withoutBraces(href);
}

/** A page of the site. @param path begins with a slash */
export function siteLink({ baseUrl }: Pick<MailSettings, "baseUrl">, path: string): string {
  return withoutBraces(new URL(`${baseUrl.replace(/\/+$/, "")}${path}`).href);
}

/**
 * The one link that a message is about, such as the one that confirms.
 *
 * @param link an address, or a placeholder that the sender replaces: "{{manage}}"
 * @throws when it's neither, since the message would be of no use
 */
export function ownLink(link: string): string {
  if (/^\{\{[a-z]+\}\}$/.test(link)) return link;
  const address = webLink(link);
  if (address === null) throw new Error("The link of a message is no web address.");
  return address;
}

function withoutBraces(address: string): string {
  return address.replaceAll("{", "%7B").replaceAll("}", "%7D");
}
