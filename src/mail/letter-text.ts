import { LICENCE, NOT_AFFILIATED, PRACTICE_NOTICE } from "@/wording/messages";
import type { Block, Item, Letter, Statement, Way } from "./letter";
import { siteLink } from "./link";
import type { MailSettings } from "./mail-settings";
import { keptTogether, plainWords } from "./plain-words";

const WIDTH = 72;
const RULE = "-".repeat(WIDTH);

/** The letter as text that one would forward: short lines, each address on a line of its own. */
export function letterText(letter: Letter, settings: MailSettings): string {
  const { contact, practice, siteName } = settings;
  const head = [letter.kicker?.words ?? "", letter.heading, letter.under ?? ""];
  const parts = [
    practice ? wrapped(PRACTICE_NOTICE) : "",
    wrapped(siteName),
    lines(head.map((line) => wrapped(line))),
    ...letter.blocks.map(blockText),
    RULE,
    wrapped(letter.why),
    ...letter.ways.map(wayText),
    contact === null ? "" : lines([wrapped("Something wrong? Write to us:"), plainWords(contact)]),
    letter.figures ? wrapped(`${LICENCE.lead} ${LICENCE.name}.`) : "",
    lines([wrapped(NOT_AFFILIATED), wrapped(siteName), siteLink(settings, "/")]),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case "paragraph":
      return wrapped(block.text);
    case "statements":
      return paragraphs([
        ...block.statements.map(statementText),
        block.more === null ? "" : wayText(block.more),
      ]);
    case "picture":
      return lines([wrapped(`The chart: ${block.alt}`), block.href]);
    case "notes":
      return paragraphs(block.notes.map((note) => wrapped(note)));
    case "facts":
      return paragraphs(
        block.facts.map(({ label, values }) =>
          values.length === 1
            ? wrapped(`${label}: ${values[0]}`, "", "  ")
            : lines([wrapped(`${label}:`), ...values.map((value) => wrapped(value, "- ", "  "))]),
        ),
      );
    case "action":
      return paragraphs([wayText(block.way), block.note === null ? "" : wrapped(block.note)]);
    case "items":
      return paragraphs(block.items.map(itemText));
    case "group":
      return paragraphs([
        lines([wrapped(block.heading), "=".repeat(Math.min(WIDTH, plainWords(block.heading).length))]),
        ...block.items.map(itemText),
      ]);
  }
}

function itemText({ kicker, day, heading, href, statements, more, notes }: Item): string {
  return paragraphs([
    lines([wrapped(`${kicker.words}, ${day}`), wrapped(heading), href]),
    ...statements.map(statementText),
    more === null ? "" : wrapped(more.label),
    ...notes.map((note) => wrapped(note)),
  ]);
}

function statementText({ text, basis, source }: Statement): string {
  const from = source === null ? "" : [source.title, source.where].filter((part) => part !== "").join(", ");
  return lines([
    wrapped(text, "- ", "  "),
    basis === null ? "" : wrapped(`Basis: ${basis}`, "  ", "  "),
    from === "" ? "" : wrapped(`Source: ${from}`, "  ", "  "),
    source?.href ? `  ${source.href}` : "",
  ]);
}

function wayText({ label, href }: Way): string {
  return lines([wrapped(`${label}:`), href]);
}

function lines(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("\n");
}

function paragraphs(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("\n\n");
}

/** Broken between words only: an address or a long word stands over the edge rather than fall apart. */
function wrapped(text: string, first = "", rest = ""): string {
  const done: string[] = [];
  let line = first;
  let begun = false;
  for (const word of keptTogether(plainWords(text)).split(" ")) {
    if (begun && line.length + 1 + word.length > WIDTH) {
      done.push(line);
      line = `${rest}${word}`;
    } else {
      line = begun ? `${line} ${word}` : `${line}${word}`;
    }
    begun = true;
  }
  const all = [...done, line].join("\n").replaceAll("\u00a0", " ");
  return all.trim() === first.trim() ? "" : all;
}
