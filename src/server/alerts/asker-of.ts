import { clientAddressOf, neighbourhood } from "../client-address";

/** For whom a request is counted: the network address it came from; null where it isn't known. */
export function askerOf({ headers }: Request): string | null {
  const address = clientAddressOf(headers);
  return address === null ? null : neighbourhood(address);
}
