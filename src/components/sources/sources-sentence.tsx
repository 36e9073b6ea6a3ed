import type { PublicationState } from "@/shapes/api-shapes";

const NUMBERS = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];

/** How the sources stand, as one would tell it. */
export function SourcesSentence({ publications }: { readonly publications: readonly PublicationState[] }) {
  const overdue = publications.filter((publication) => publication.overdue).length;
  const troubled = publications.filter(({ status }) => status === "failed" || status === "held").length;
  const unchecked = publications.filter(({ status }) => status === "never-checked").length;
  const parts = [
    overdue === 0 ? "none is overdue" : count(overdue, "is overdue", "are overdue"),
    troubled === 0 ? "none is in trouble" : count(troubled, "needs a person", "need a person"),
    ...(unchecked === 0 ? [] : [count(unchecked, "has not been checked yet", "have not been checked yet")]),
  ];
  return (
    <>
      {NUMBERS[publications.length] ?? publications.length} publications are watched: {parts.join(", ")}.
    </>
  );
}

function count(number: number, one: string, many: string): string {
  return `${(NUMBERS[number] ?? String(number)).toLowerCase()} ${number === 1 ? one : many}`;
}
