/**
 * A PDF without its hour of printing and its chance identifiers, so that printing again changes as little as can
 * be. Every byte keeps its place: a PDF counts them.
 */
export function undated(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf).toString("latin1");
  const same = text
    .replace(/(\/(?:CreationDate|ModDate) ?\(D:)(\d{14})/g, "$120200101120000")
    .replace(/(\/DocChecksum \/)([0-9A-F]{32})/g, (_, key: string) => `${key}${"0".repeat(32)}`)
    .replace(/(\/ID ?\[ ?<)([0-9A-F]{32})(>\s*<)([0-9A-F]{32})/gi, (_, a: string, __, b: string) =>
      [a, "0".repeat(32), b, "0".repeat(32)].join(""),
    );
  return new Uint8Array(Buffer.from(same, "latin1"));
}
