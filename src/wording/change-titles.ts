import type { Change } from "@/shapes/change-shapes";
import { changeValueWords } from "./change-values";
import { correctionChangeWords } from "./correction";
import { placeWords, sourceName } from "./origin";

/** A change with whose it is, in messages and feeds alike: "Exampleshire: Balance year moved from ...". */
export function changeTitle(council: string | null, summary: string): string {
  return council === null ? summary : `${council}: ${summary}`;
}

/** Before and after, each with where it is printed, for feeds and messages. */
export function evidenceWords({
  before,
  after,
  evidence,
  correction,
}: Pick<Change, "before" | "after" | "evidence" | "correction">): string {
  const sides = [
    { name: "Before", value: before, source: evidence.before },
    { name: "After", value: after, source: evidence.after },
  ];
  const why = correction === undefined ? [] : [correctionChangeWords(correction)];
  const said = sides.map(({ name, value, source }) => {
    const printed =
      source === null
        ? ""
        : ` (${sourceName(source)}, ${placeWords(source.locator, source.origin)}: ${source.url})`;
    return `${name}: ${changeValueWords(value)}${printed}.`;
  });
  return [...said, ...why].join(" ");
}
