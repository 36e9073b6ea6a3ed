import ipaddr from "ipaddr.js";

/**
 * The address a request came from, as far as it can be believed.
 *
 * Each proxy adds the address it was asked from to the end of X-Forwarded-For; what stands further left than our own
 * proxies wrote, anybody may have written.
 *
 * @param socket the address at the other end of the connection
 * @param forwarded the header X-Forwarded-For
 * @param proxies how many proxies in front of us may be believed; 0: the header is nobody's word
 * @returns an address in its shortest spelling; null when none is known
 */
export function clientAddress(
  socket: string | undefined,
  forwarded: string | undefined,
  proxies: number,
): string | null {
  const chain = [...(forwarded ?? "").split(","), socket ?? ""].map(readAddress);
  // From our end inwards: one step for each proxy, and none past what isn't an address.
  let believed = chain.at(-1) ?? null;
  for (let step = 1; step <= proxies; step += 1) {
    const further = chain.at(-1 - step) ?? null;
    if (further === null) break;
    believed = further;
  }
  return believed;
}

/** With or without a port, as proxies write it. */
function readAddress(text: string): string | null {
  const trimmed = text.trim();
  const bare = /^\[(.+)\](?::\d+)?$/.exec(trimmed)?.[1] ?? /^([\d.]+):\d+$/.exec(trimmed)?.[1] ?? trimmed;
  return ipaddr.isValid(bare) ? ipaddr.process(bare).toString() : null;
}

/** Whether an address is this machine's own. */
export function isLoopback(address: string | null): boolean {
  return address !== null && ipaddr.parse(address).range() === "loopback";
}

/**
 * Whom attempts from an address are counted for: of the sixth version whoever has the first half of it, for the other
 * half is theirs to choose.
 */
export function neighbourhood(address: string): string {
  const parsed = ipaddr.parse(address);
  if (parsed.kind() === "ipv4") return address;
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${address}/64`)}/64`;
}

/** Under this name, which nobody outside can know, a process tells itself whom a request came from. */
const named = globalThis as { safetyValveClientHeader?: string };

/** For whoever answers the socket: the header to set on every request, over whatever stands there. */
export function clientAddressHeader(): string {
  named.safetyValveClientHeader ??= `x-client-address-${crypto.randomUUID()}`;
  return named.safetyValveClientHeader;
}

/** The address that `clientAddress` found for this request; null where nobody looked at the socket (`npm run dev`). */
export function clientAddressOf(headers: Headers): string | null {
  const header = named.safetyValveClientHeader;
  return (header === undefined ? null : headers.get(header)) || null;
}
