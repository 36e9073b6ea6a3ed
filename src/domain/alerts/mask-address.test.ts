import { describe, expect, it } from "vitest";
import { hasAddress, maskAddress, maskAddresses, maskWebhook } from "./mask-address";

describe("an address that isn't anybody's business", () => {
  it.each([
    ["ann.other@example.org", "a…@example.org"],
    ["a@example.org", "a…@example.org"],
    ["@example.org", "…"],
    ["no address", "…"],
    ["", "…"],
  ])("%j is shown as %j", (email, masked) => expect(maskAddress(email)).toBe(masked));

  it.each([
    ["550 5.1.1 <ann@example.org>: unknown", "550 5.1.1 <a…@example.org>: unknown"],
    ["rcpt to:ann@example.org, ben@example.net refused", "rcpt to:a…@example.org, b…@example.net refused"],
    ["550 5.1.1 [ann@example.org] unknown", "550 5.1.1 [a…@example.org] unknown"],
    ["451 later", "451 later"],
    ["two @ four", "two @ four"],
  ])("within %j", (text, masked) => {
    expect(maskAddresses(text)).toBe(masked);
    expect(hasAddress(text)).toBe(text !== masked);
  });

  it.each([
    ["https://hooks.example.org/T0/secret?key=1", "https://hooks.example.org/…"],
    ["http://127.0.0.1:9000/", "http://127.0.0.1:9000/…"],
    ["nowhere", "…"],
  ])("of a webhook at %s", (url, masked) => expect(maskWebhook(url)).toBe(masked));
});
