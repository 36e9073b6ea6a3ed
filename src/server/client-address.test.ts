import { describe, expect, it } from "vitest";
import {
  clientAddress,
  clientAddressHeader,
  clientAddressOf,
  isLoopback,
  neighbourhood,
} from "./client-address";

describe("the address a request came from", () => {
  it.each([
    ["the socket's, by itself", "198.51.100.7", undefined, 0, "198.51.100.7"],
    ["the socket's, whatever somebody wrote", "198.51.100.7", "127.0.0.1", 0, "198.51.100.7"],
    ["what our proxy was asked from", "10.0.0.1", "198.51.100.7", 1, "198.51.100.7"],
    ["what our proxy wrote, not what it was told", "10.0.0.1", "127.0.0.1, 198.51.100.7", 1, "198.51.100.7"],
    ["two proxies back", "10.0.0.1", "6.6.6.6, 198.51.100.7, 10.0.0.2", 2, "198.51.100.7"],
    ["as far back as there is anything", "10.0.0.1", "198.51.100.7", 3, "198.51.100.7"],
    ["the socket's, where no proxy wrote", "10.0.0.1", undefined, 1, "10.0.0.1"],
    ["no further than what isn't an address", "10.0.0.1", "198.51.100.7, unknown", 2, "10.0.0.1"],
    ["without a port", "10.0.0.1", "198.51.100.7:4711", 1, "198.51.100.7"],
    ["of the sixth version", "10.0.0.1", "[2001:db8:0:0::7]:4711", 1, "2001:db8::7"],
    ["of the fourth version, spelt as the sixth", "::ffff:198.51.100.7", undefined, 0, "198.51.100.7"],
    ["unknown", undefined, undefined, 0, null],
  ])("is %s", (_what, socket, forwarded, proxies, address) =>
    expect(clientAddress(socket, forwarded, proxies)).toBe(address),
  );

  it.each([
    ["127.0.0.1", true],
    ["127.8.0.1", true],
    ["::1", true],
    ["10.0.0.1", false],
    ["198.51.100.7", false],
    [null, false],
  ])("%s is this machine's own: %s", (address, own) => expect(isLoopback(address)).toBe(own));

  it.each([
    ["198.51.100.7", "198.51.100.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:db8:1:2::9", "2001:db8:1:2::/64"],
    ["2001:db8:1:3::9", "2001:db8:1:3::/64"],
  ])("%s is counted as %s", (address, counted) => expect(neighbourhood(address)).toBe(counted));

  it("is told under a name that nobody outside can know", () => {
    expect(clientAddressOf(new Headers({ "x-client-address": "127.0.0.1" }))).toBe(null);
    const header = clientAddressHeader();
    expect(header).toMatch(/^x-client-address-[\da-f-]{36}$/);
    expect(clientAddressHeader()).toBe(header);
    expect(clientAddressOf(new Headers({ [header]: "198.51.100.7" }))).toBe("198.51.100.7");
    expect(clientAddressOf(new Headers({ "x-client-address": "127.0.0.1" }))).toBe(null);
  });
});
