/** What bytes are, as far as their first ones tell. */
type Form = "a web page" | "JSON" | "a PDF" | "a zip" | "an old Excel file" | "something else";

/** What a media type promises; the ones not listed promise nothing that can be checked. */
const PROMISED: readonly (readonly [RegExp, readonly Form[]])[] = [
  [/^application\/(?:x-)?pdf$/, ["a PDF"]],
  [/^application\/(?:x-)?zip(?:-compressed)?$/, ["a zip"]],
  [/^application\/vnd\.(?:oasis\.opendocument|openxmlformats)/, ["a zip", "an old Excel file"]],
  [/^application\/vnd\.ms-excel/, ["a zip", "an old Excel file", "something else"]],
  [/^application\/(?:[\w.-]+\+)?json$/, ["JSON"]],
  [/^(?:text\/html|application\/xhtml\+xml)$/, ["a web page", "JSON", "something else"]],
  [/^text\/csv$/, ["something else", "JSON"]],
];

/** What an address promises by how it ends. */
const ENDINGS: readonly (readonly [RegExp, readonly Form[]])[] = [
  [/\.pdf$/i, ["a PDF"]],
  [/\.(?:ods|xlsx|zip)$/i, ["a zip", "an old Excel file"]],
  [/\.(?:csv|xls)$/i, ["a zip", "an old Excel file", "something else", "JSON"]],
];

/** How the bytes of each form end. PDFs may have something behind their mark, zips a comment. */
const TAIL_BYTES: Readonly<Partial<Record<Form, number>>> = { "a PDF": 4096, "a zip": 66_000 };

export interface ContentFault {
  readonly reason: string;
  /** True when the document breaks off: asking again may give the whole. */
  readonly cut: boolean;
}

/**
 * Whether bytes are what their media type and address say, and reach to their end. An error page in a
 * document's place, and a document cut where nothing on the way noticed, are refused here.
 */
export function contentFault(bytes: Uint8Array, mediaType: string, url: URL): ContentFault | null {
  if (bytes.length === 0) return { reason: "it's empty", cut: true };
  const form = formOf(bytes);
  const promised = PROMISED.find(([type]) => type.test(mediaType.toLowerCase()))?.[1];
  if (promised && !promised.includes(form)) {
    return { reason: `it's sent as ${mediaType}, but ${describe(form, promised)}`, cut: false };
  }
  const expected = ENDINGS.find(([ending]) => ending.test(url.pathname))?.[1];
  if (expected && !expected.includes(form)) {
    return { reason: `its address ends like ${expected[0]}, but ${describe(form, expected)}`, cut: false };
  }
  return isWhole(bytes, form, mediaType)
    ? null
    : { reason: `${form} that breaks off before its end`, cut: true };
}

function describe(form: Form, expected: readonly Form[]): string {
  return form === "something else" ? `it isn't ${expected[0]}` : `it's ${form}`;
}

const WEB_PAGE =
  /^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|title|main)\b/i;

function formOf(bytes: Uint8Array): Form {
  const head = textOf(bytes.subarray(0, 1024));
  if (head.includes("%PDF-")) return "a PDF";
  if (head.startsWith("PK\u0003\u0004") || head.startsWith("PK\u0005\u0006")) return "a zip";
  if (head.startsWith("\u00d0\u00cf\u0011\u00e0")) return "an old Excel file";
  if (WEB_PAGE.test(head)) return "a web page";
  return /^\s*[[{]/.test(head) ? "JSON" : "something else";
}

function isWhole(bytes: Uint8Array, form: Form, mediaType: string): boolean {
  const tail = textOf(bytes.subarray(-(TAIL_BYTES[form] ?? 0)));
  switch (form) {
    case "a PDF":
      return /%%EOF|startxref/.test(tail);
    case "a zip":
      return tail.includes("PK\u0005\u0006");
    case "a web page":
      return !/<html\b/i.test(textOf(bytes)) || /<\/html\s*>/i.test(textOf(bytes));
    case "JSON":
      return !/json/i.test(mediaType) || isJson(bytes);
    default:
      return true;
  }
}

function isJson(bytes: Uint8Array): boolean {
  try {
    JSON.parse(new TextDecoder().decode(bytes));
    return true;
  } catch {
    return false;
  }
}

/** Byte for character, without a byte order mark: enough for marks that are all ASCII. */
function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString("latin1")
    .replace(/^\u00ef\u00bb\u00bf/, "");
}
