import { describe, expect, it } from "vitest";
import { specialKind } from "./public-address";

const strict = { loopback: false };

describe("addresses on the open internet", () => {
  it.each([
    "1.1.1.1",
    "9.255.255.255",
    "11.0.0.0",
    "100.63.255.255",
    "100.128.0.0",
    "126.255.255.255",
    "128.0.0.0",
    "168.63.129.15",
    "168.63.129.17",
    "169.253.255.255",
    "169.255.0.0",
    "172.15.255.255",
    "172.32.0.0",
    "192.0.1.0",
    "192.167.255.255",
    "192.169.0.0",
    "198.17.255.255",
    "198.20.0.0",
    "223.255.255.255",
    "2001:200::1",
    "2606:4700:4700::1111",
    "2a00:1450::1",
    "2003::1",
    "3ffe:ffff::1",
  ])("%s is one", (address) => {
    expect(specialKind(address, strict)).toBeNull();
  });

  it.each([
    ["this network", "0.0.0.0", "0.255.255.255"],
    ["private, ten", "10.0.0.0", "10.255.255.255"],
    ["behind a carrier's NAT", "100.64.0.0", "100.127.255.255"],
    ["loopback", "127.0.0.1", "127.255.255.255"],
    ["link-local, with the metadata of clouds", "169.254.0.0", "169.254.169.254"],
    ["link-local, its end", "169.254.255.255", "169.254.170.2"],
    ["private, 172.16", "172.16.0.0", "172.31.255.255"],
    ["protocol assignments, with Oracle's metadata", "192.0.0.0", "192.0.0.192"],
    ["documentation 1", "192.0.2.0", "192.0.2.255"],
    ["documentation 2", "198.51.100.0", "198.51.100.255"],
    ["documentation 3", "203.0.113.0", "203.0.113.255"],
    ["6to4 relays", "192.88.99.0", "192.88.99.255"],
    ["private, 192.168", "192.168.0.0", "192.168.255.255"],
    ["benchmarks", "198.18.0.0", "198.19.255.255"],
    ["multicast", "224.0.0.1", "239.255.255.255"],
    ["reserved", "240.0.0.0", "255.255.255.254"],
    ["broadcast", "255.255.255.255", "255.255.255.255"],
    ["Azure's service for its machines", "168.63.129.16", "168.63.129.16"],
    ["Alibaba's metadata", "100.100.100.200", "100.100.100.200"],
    ["AS112", "192.175.48.1", "192.31.196.1"],
    ["AMT", "192.52.193.0", "192.52.193.255"],
    ["IPv6 unspecified", "::", "::"],
    ["IPv6 loopback", "::1", "::1"],
    ["IPv4-compatible", "::2", "::7f00:1"],
    ["IPv4-mapped loopback", "::ffff:127.0.0.1", "::ffff:7f00:1"],
    ["IPv4-mapped, public", "::ffff:1.1.1.1", "::ffff:101:101"],
    ["IPv4-translated", "::ffff:0:127.0.0.1", "::ffff:0:1.1.1.1"],
    ["NAT64", "64:ff9b::7f00:1", "64:ff9b::1.1.1.1"],
    ["NAT64 of a site", "64:ff9b:1::1", "64:ff9b:1:ffff:ffff:ffff:ffff:ffff"],
    ["discard", "100::", "100::ffff:ffff:ffff:ffff"],
    ["Teredo", "2001::1", "2001:0:ffff::1"],
    ["IPv6 benchmarks", "2001:2::1", "2001:2:0:ffff::1"],
    ["ORCHID", "2001:10::1", "2001:2f::1"],
    ["IETF protocol assignments, their end", "2001:1ff:ffff::1", "2001:100::1"],
    ["IPv6 documentation", "2001:db8::1", "2001:db8:ffff::1"],
    ["newer IPv6 documentation", "3fff::1", "3fff:fff:ffff::1"],
    ["6to4, with a private address in it", "2002:a00:1::1", "2002:ffff::1"],
    ["unique local, with Amazon's metadata", "fc00::1", "fd00:ec2::254"],
    ["link-local", "fe80::1", "febf::1"],
    ["link-local with a zone", "fe80::1%eth0", "fe80::1%1"],
    ["a public one with a zone", "2606:4700::1%eth0", "2606:4700::1%1"],
    ["site-local, as it once was", "fec0::1", "feff::1"],
    ["IPv6 multicast", "ff00::1", "ff0e::1"],
    ["segment routing", "5f00::1", "5f00:ffff::1"],
    ["not given out to anybody", "4000::1", "e000::1"],
    ["just under what is given out", "1fff::1", "1000::1"],
  ])("%s isn't: %s, %s", (_, first, last) => {
    expect(specialKind(first, strict)).not.toBeNull();
    expect(specialKind(last, strict)).not.toBeNull();
  });

  it.each(["", "example.org", "1.1.1", "1.1.1.1.1", "256.1.1.1", "0x7f.1", "2130706433", "[::1]", ":::"])(
    '"%s" isn\'t an address as resolvers give them, or is a special one',
    (text) => {
      expect(specialKind(text, strict)).not.toBeNull();
    },
  );

  it("is this machine itself only where tests say so, and nothing else with it", () => {
    const loopback = { loopback: true };
    expect(specialKind("127.0.0.1", loopback)).toBeNull();
    expect(specialKind("::1", loopback)).toBeNull();
    for (const other of ["10.0.0.1", "169.254.169.254", "::ffff:127.0.0.1", "0.0.0.0", "fe80::1"]) {
      expect(specialKind(other, loopback)).not.toBeNull();
    }
  });
});
