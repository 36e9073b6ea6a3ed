import { type Measure, MOST_COMPARED } from "@/domain/compare/measure";
import { measureWords } from "@/wording/compare";
import type { ComparedView } from "./compared-view";

/** What was asked and can't be shown, and what is shown instead. */
export function CompareMessages({
  notUnderstood,
  beyond,
  noIndex,
  measure,
}: {
  readonly notUnderstood: readonly string[];
  readonly beyond: readonly { readonly name: string }[];
  readonly noIndex: ComparedView["noIndex"];
  readonly measure: Measure;
}) {
  const messages = [
    ...notUnderstood.map(
      (word) => `There is no measure or scale “${word}”. Shown instead: ${measureWords(measure).name}.`,
    ),
    ...(beyond.length === 0
      ? []
      : [
          `At most ${MOST_COMPARED} councils are compared at once. Left out: ${beyond.map(({ name }) => name).join(", ")}.`,
        ]),
    ...(noIndex === "unlike"
      ? [
          "These figures are not on one footing, so an index would compare unlike things. They are shown in pounds.",
        ]
      : []),
    ...(noIndex === "no-common-year"
      ? [
          "An index needs a year end at which every one of these councils has a figure above zero. There is none, so figures are shown as they are.",
        ]
      : []),
  ];
  if (messages.length === 0) return null;
  return (
    <ul className="mb-6 space-y-2 border-l-4 border-notice-edge bg-notice px-4 py-3 text-sm">
      {messages.map((message) => (
        <li key={message}>{message}</li>
      ))}
    </ul>
  );
}
