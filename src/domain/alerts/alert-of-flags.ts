import type { RuleName, Severity } from "../flags/flag";
import type { AlertKind, Tone } from "./alert";
import { byImportance, type FlagNews, type Matter, NEWS_OF_RULE } from "./matter";

export const FLAG_EVENTS = ["raised", "worsened", "eased", "cleared", "restated"] as const;

/** What an assessment recorded of one flag, with what the record says of it before. */
export interface FlagEvent {
  readonly id: number;
  readonly flagId: string;
  readonly dfeCode: string;
  readonly rule: RuleName;
  readonly kind: (typeof FLAG_EVENTS)[number];
  readonly severity: Severity;
  /** Whether the terms it rests on were confirmed by then. */
  readonly checked: boolean;
  /** The same of the event before it; null where it's the first. */
  readonly checkedBefore: boolean | null;
  /** Something new at a publisher, or a person's decision, is behind it. */
  readonly news: boolean;
}

export interface FlagAlert<Event extends FlagEvent = FlagEvent> {
  readonly kind: AlertKind;
  readonly dfeCode: string;
  readonly matter: Matter;
  readonly tone: Tone;
  /** What is said, the gravest first. */
  readonly told: readonly Event[];
  /** What it settles too: no longer worth a word beside what is told. */
  readonly silent: readonly Event[];
}

/**
 * One alert for each matter of a council that an assessment brought news of.
 *
 * - A first reading, a backfill or a new rule is no news and alerts nobody.
 * - A missed promise that rests on terms nobody has confirmed waits: it's told when they are.
 * - Beside bad news of a matter no good news of it is told.
 * - That a flag was cleared is good news only where no other of its matter stands.
 *
 * @param events of one assessment of one council
 * @param open the rules of that council's flags that are open after it
 */
export function alertsOfFlags<Event extends FlagEvent>(
  events: readonly Event[],
  open: readonly RuleName[],
): readonly FlagAlert<Event>[] {
  const byMatter = new Map<Matter, { event: Event; news: FlagNews; tone: Tone }[]>();
  for (const event of events) {
    const news = NEWS_OF_RULE[event.rule];
    if (news === null || !isTold(event)) continue;
    const tone = toneOf(event, news, open);
    byMatter.set(news.matter, [...(byMatter.get(news.matter) ?? []), { event, news, tone }]);
  }
  return [...byMatter].flatMap(([matter, all]): FlagAlert<Event>[] => {
    const tone = all.some((one) => one.tone === "bad")
      ? "bad"
      : all.some((one) => one.tone === "good")
        ? "good"
        : "neutral";
    const told = all
      .filter((one) => one.tone === tone || (one.tone === "neutral" && tone !== "bad"))
      .toSorted((a, b) => byImportance(a.news, b.news) || a.event.id - b.event.id);
    const [first] = told;
    if (!first) return [];
    return [
      {
        kind: first.news.kind,
        dfeCode: first.event.dfeCode,
        matter,
        tone,
        told: told.map(({ event }) => event),
        silent: all.filter((one) => !told.includes(one)).map(({ event }) => event),
      },
    ];
  });
}

/** Whether an event is anybody's business now. */
function isTold({ kind, severity, checked, checkedBefore, news }: FlagEvent): boolean {
  if (!news) return false;
  // Nobody has heard of it before its terms were confirmed, so nobody is told that it's gone, or is told of it then.
  if (severity === "missed" && !checked) return false;
  if (kind === "restated") return severity === "missed" && checkedBefore === false;
  return true;
}

function toneOf({ kind, rule }: FlagEvent, { neutral, matter }: FlagNews, open: readonly RuleName[]): Tone {
  if (neutral || kind === "eased") return "neutral";
  if (kind !== "cleared") return "bad";
  const standing = open.some((other) => other !== rule && NEWS_OF_RULE[other]?.matter === matter);
  return standing ? "neutral" : "good";
}
