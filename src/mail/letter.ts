/**
 * A message as what it says, in order. HTML and text are both made from this and from nothing else, so that they
 * say the same. Strings are plain words of anybody's; only an `href` has been through link.ts.
 */
export interface Letter {
  /** Without "practice" before it. */
  readonly subject: string;
  /** What a mailbox shows beside the subject. */
  readonly preheader: string;
  readonly kicker: Kicker | null;
  readonly heading: string;
  /** Under the heading: a day, a period. */
  readonly under: string | null;
  readonly blocks: readonly Block[];
  /** Why somebody gets this, and the ways out of it. */
  readonly why: string;
  readonly ways: readonly Way[];
  /** Whether it holds publishers' figures, which come with a licence. */
  readonly figures: boolean;
}

/** What sort of news it is, in few words; `mark` adds shape and colour to them. */
export interface Kicker {
  readonly words: string;
  readonly mark: "missed" | "at-risk" | "good" | "none";
}

export interface Way {
  readonly label: string;
  readonly href: string;
}

/** A statement with its footing, as AlertLine has it. */
export interface Statement {
  readonly text: string;
  /** Where the text is no more than a sum and what it's called: "Planned deficit at 31 March 2025: £22.6 million". */
  readonly figure: { readonly label: string; readonly amount: string } | null;
  readonly basis: string | null;
  readonly source: { readonly title: string; readonly href: string | null; readonly where: string } | null;
}

export type Block =
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "statements"; readonly statements: readonly Statement[]; readonly more: Way | null }
  | { readonly kind: "items"; readonly items: readonly Item[] }
  | { readonly kind: "picture"; readonly alt: string; readonly href: string }
  /** What matters for reading the rest rightly; `apart`: all of it, not what stands just above. */
  | { readonly kind: "notes"; readonly notes: readonly string[]; readonly apart: boolean }
  | { readonly kind: "facts"; readonly facts: readonly Fact[] }
  /** The one thing to do or to look at; `note` says what happens if one doesn't, or how long it can be done. */
  | {
      readonly kind: "action";
      readonly way: Way;
      readonly address: string | null;
      readonly note: string | null;
    }
  /** All of one council. */
  | {
      readonly kind: "group";
      readonly heading: string;
      readonly href: string | null;
      readonly items: readonly Item[];
    };

/** One of several alerts in a message. */
export interface Item {
  readonly kicker: Kicker;
  readonly day: string;
  readonly heading: string;
  readonly href: string;
  readonly statements: readonly Statement[];
  readonly more: Way | null;
  readonly notes: readonly string[];
}

export interface Fact {
  readonly label: string;
  readonly values: readonly string[];
}
