import type { Finding } from "@/domain/finding";
import { comparableName } from "@/domain/local-authority/council-register";
import type { Locator } from "@/domain/provenance";
import type { TextBlock } from "@/formats/document-layout";
import { plainWords } from "./sentences";

export interface NamedCouncil {
  readonly locator: Locator | null;
  readonly finding: Finding | null;
}

const DEPARTMENT =
  /\b(?:the )?(?:secretary of state(?: for education)?|department for education|DfE)\b(?: ?\([^)]{0,40}\))?/gi;
const PARTIES = /\b(?:between|made by|made with|agreement of|agreement with)\b (.{3,220})/i;
const ENDS =
  /\s*(?:[.;(\u201c"]|,? (?:and )?(?:it )?(?:covers?|appl(?:y|ies)|hereby|have agreed|has agreed|agrees?|under|in respect|relating|for the|over the|hereafter|known as|together)\b).*$/i;
/** Before a name these make it another's: North Somerset isn't Somerset. */
const OTHERS = /\b(?:north|south|east|west|central|greater|upper|lower|mid|new|old|great)$/;

/**
 * Checks the council that the document names against the one in its attachment's title, which counts.
 * Only the title and the first paragraphs are looked at: there the parties are named.
 */
export function readCouncilNamed(place: string, blocks: readonly TextBlock[]): NamedCouncil {
  const head = blocks.slice(0, 8);
  const wanted = comparableName(place);
  const naming = head.find(({ text }) => names(text, wanted));
  if (wanted !== "" && naming) return { locator: naming.place, finding: null };
  const other = head
    .flatMap((block) => partiesIn(block.text).map((name) => ({ name, block })))
    .find(({ name }) => comparableName(name) !== "" && /council|borough|city|county|authority/i.test(name));
  const locator = other?.block.place ?? null;
  return {
    locator,
    finding: {
      kind: "name-differs",
      severity: "doubt",
      message: other
        ? `The document names another council than its title; the title's, ${place}, counts.`
        : `The document's first paragraphs don't name ${place}; its title does, and counts.`,
      expected: place,
      met: other?.name ?? "no council's name",
      council: place,
      ...(locator ? { locator } : {}),
    },
  };
}

/** Whether a text holds a name as whole words, and not within a longer one. */
function names(text: string, wanted: string): boolean {
  const words = ` ${comparableName(text)} `;
  for (let at = words.indexOf(` ${wanted} `); at !== -1; at = words.indexOf(` ${wanted} `, at + 1))
    if (!OTHERS.test(words.slice(0, at))) return true;
  return false;
}

function partiesIn(text: string): string[] {
  const plain = plainWords(text);
  const said = PARTIES.exec(plain)?.[1];
  const heading = /:\s*([A-Z][^:]{2,80})$/.exec(plain)?.[1] ?? /^([A-Z][^:]{2,80}):/.exec(plain)?.[1];
  const parts = [said, heading].flatMap((part) => (part ? [part] : []));
  return parts.map((part) =>
    part
      .replace(DEPARTMENT, " ")
      .replace(/^\s*(?:,|and|with|or)\s+/i, "")
      .replace(ENDS, "")
      .replace(/\s+(?:and|with)\s*$/i, "")
      .replace(/\s+/g, " ")
      .trim(),
  );
}
