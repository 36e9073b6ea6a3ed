import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

/** Whether something that listens on this machine only may be called: for tests. */
export interface AddressRules {
  readonly loopback: boolean;
}

type Range = readonly [string, number];

/** IPv6 that is given to anybody at all; everything outside it is something special. */
const GIVEN_OUT: Range = ["2000::", 3];

/** Within what is otherwise public, and not in the library's lists, or not in all of its versions. */
const SPECIAL: readonly Range[] = [
  // Azure's own service for its machines
  ["168.63.129.16", 32],
  ["192.88.99.0", 24],
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
];

/**
 * What kind of address that isn't anybody's on the open internet this is; null for one that is.
 *
 * IPv6 that stands for an IPv4 address is refused whatever it stands for: no public name leads to one.
 *
 * @param address as a resolver gives it: "192.0.2.1", "2001:db8::1"
 */
export function specialKind(address: string, { loopback }: AddressRules): string | null {
  if (isIP(address) === 0) return "unreadable";
  const read = ipaddr.parse(address);
  const range: string = read.range();
  if (range === "loopback") return loopback ? null : "loopback";
  if (range !== "unicast") return range;
  if (read.kind() === "ipv6" && (address.includes("%") || !within(read, GIVEN_OUT))) return "reserved";
  return SPECIAL.some((special) => within(read, special)) ? "reserved" : null;
}

function within(address: ReturnType<typeof ipaddr.parse>, [network, bits]: Range): boolean {
  const start = ipaddr.parse(network);
  return start.kind() === address.kind() && address.match(start, bits);
}
