import { lookup as systemLookup } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import { type AddressRules, specialKind } from "./public-address";

/** How names become addresses; the machine's own way unless a test says otherwise. */
export type Resolve = (host: string) => Promise<readonly { address: string; family: number }[]>;

export interface WebhookAddressSettings extends AddressRules {
  readonly resolve: Resolve;
}

/** Only this way out, so that what is checked is what is called. */
export const strict: WebhookAddressSettings = { loopback: false, resolve: resolveAll };

const LONGEST = 2_000;
const RESOLVED_WITHIN_MS = 5_000;

/** An address that may not be called: the message says why, for the person who gave it. */
export class UncallableAddress extends Error {}

/**
 * Reads an address and says whether it may be called, as far as can be told from its letters: https, no password in
 * it, and, where it's a number, a public one.
 *
 * @throws UncallableAddress
 */
export function readWebhookAddress(text: string, { loopback }: AddressRules): URL {
  const url = text.length <= LONGEST && URL.canParse(text) ? new URL(text) : null;
  if (!url)
    throw new UncallableAddress("It isn't a web address. It should look like https://example.org/hook");
  const host = bareHost(url);
  const plain =
    loopback &&
    url.protocol === "http:" &&
    (host === "localhost" || specialKind(host, { loopback: false }) === "loopback");
  if (url.protocol !== "https:" && !plain) {
    throw new UncallableAddress("It has to begin with https://, so that nobody on the way can read along");
  }
  if (url.username || url.password) {
    throw new UncallableAddress("It holds a name or a password. Our calls are signed instead");
  }
  if (isIP(host)) refuseSpecial(host, { loopback });
  return url;
}

/**
 * The addresses that a host stands for now, every one of them checked. Whoever connects must use these: asked again,
 * the name may give others.
 *
 * @throws UncallableAddress when any of them isn't a public one; a DNS error when the name isn't known now
 */
export async function resolvePublic(
  host: string,
  { loopback, resolve }: WebhookAddressSettings,
): Promise<readonly { address: string; family: number }[]> {
  const found = await resolve(host);
  if (found.length === 0) throw new Error(`${host} has no address`);
  for (const { address } of found) refuseSpecial(address, { loopback });
  return found;
}

/** For connections: the addresses that were checked a moment ago are the ones that are connected to. */
export function publicLookup(settings: WebhookAddressSettings): LookupFunction {
  return (host, options, callback) => {
    resolvePublic(host, settings).then(
      (found) => {
        const [first] = found;
        if (options.all || !first) callback(null, found as { address: string; family: number }[]);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, [] as never),
    );
  };
}

/** Why an address may not be called, looked up as well; null: it may. For the form in which it's given. */
export async function problemWithAddress(
  text: string,
  settings: WebhookAddressSettings = strict,
): Promise<string | null> {
  try {
    const url = readWebhookAddress(text, settings);
    const host = bareHost(url);
    if (!isIP(host)) await inTime(resolvePublic(host, settings));
    return null;
  } catch (error) {
    if (error instanceof UncallableAddress) return error.message;
    return "Its name can't be found now. Check how it's spelt, or try again later";
  }
}

/** Without the brackets that an IPv6 address has in a web address. */
export function bareHost(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, "");
}

function refuseSpecial(address: string, rules: AddressRules): void {
  if (specialKind(address, rules) !== null) {
    throw new UncallableAddress(
      "It leads to an address that isn't on the open internet. Only public ones are called",
    );
  }
}

function resolveAll(host: string): Promise<readonly { address: string; family: number }[]> {
  return new Promise((resolve, reject) => {
    systemLookup(host, { all: true }, (error, found) => (error ? reject(error) : resolve(found)));
  });
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("too slow")), RESOLVED_WITHIN_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
