import Link from "next/link";
import { MEASURES, type Measure, MOST_COMPARED, SCALES, type Scale } from "@/domain/compare/measure";
import type { ComparedAnswer } from "@/shapes/compare-shapes";
import { measureWords, scaleWords } from "@/wording/compare";

/** The names of the fields, in order. */
const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/**
 * What is compared, and the plain form that changes it: it works without script. What isn't understood stays in its
 * field with the reason beside it, so nothing that was chosen is lost.
 */
export function CompareForm({
  answer: { councils, unresolved, choice },
  measure,
  scale,
  hrefOf,
}: {
  readonly answer: ComparedAnswer;
  readonly measure: Measure;
  readonly scale: Scale;
  /** The address of a comparison of these. */
  readonly hrefOf: (councils: readonly string[]) => string;
}) {
  const slugs = councils.map(({ slug }) => slug);
  const others = (typed: string | null) => unresolved.map((one) => one.typed).filter((one) => one !== typed);
  const room = councils.length + unresolved.length < MOST_COMPARED;
  return (
    <form
      action="/compare"
      method="get"
      aria-label="Choose what is compared"
      className="screen-only grid gap-4 border-t border-rule-strong pt-4 pb-8"
    >
      {councils.length === 0 ? null : (
        <ul aria-label="Councils compared" className="flex flex-wrap gap-2 text-sm">
          {councils.map(({ slug, name }, index) => (
            <li key={slug} className="flex items-center gap-3 border border-rule bg-raised pl-3">
              <input type="hidden" name={LETTERS[index]} value={slug} />
              <Link href={`/authorities/${slug}`} prefetch={false}>
                {name}
              </Link>
              <Link
                href={hrefOf([...slugs.filter((other) => other !== slug), ...others(null)])}
                prefetch={false}
                className="inline-flex min-h-11 items-center border-l border-rule px-3"
              >
                Remove<span className="sr-only"> {name}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      <div className="grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-[minmax(0,2fr)_minmax(0,2fr)_minmax(0,1fr)_auto]">
        <div className="grid gap-3">
          {unresolved.map(({ typed, perhaps }, index) => (
            <Unresolved
              key={typed}
              letter={LETTERS[councils.length + index] ?? ""}
              typed={typed}
              perhaps={perhaps}
              hrefOf={(slug) => hrefOf([...slugs, slug, ...others(typed)])}
            />
          ))}
          {room ? (
            <CouncilField
              label={councils.length === 0 ? "Council" : "Add a council"}
              letter={LETTERS[councils.length + unresolved.length] ?? ""}
            />
          ) : (
            <p className="text-sm text-ink-soft">
              {MOST_COMPARED} councils are as many as can be told apart: remove one to add another.
            </p>
          )}
          <datalist id="councils">
            {choice.map(({ slug, name }) => (
              <option key={slug} value={name} />
            ))}
          </datalist>
        </div>
        <label className="grid gap-1 text-sm font-medium">
          Measure
          <select name="measure" className="control font-normal" defaultValue={measure}>
            {MEASURES.map((one) => (
              <option key={one} value={one}>
                {measureWords(one).name}
              </option>
            ))}
          </select>
        </label>
        <label className="grid gap-1 text-sm font-medium">
          Shown as
          <select name="scale" className="control font-normal" defaultValue={scale}>
            {SCALES.map((one) => (
              <option key={one} value={one}>
                {scaleWords(one, measure)}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="button">
          Show
        </button>
      </div>
    </form>
  );
}

function CouncilField({
  label,
  letter,
  typed = "",
  describedBy,
}: {
  readonly label: string;
  readonly letter: string;
  readonly typed?: string;
  readonly describedBy?: string;
}) {
  const id = `council-${letter}`;
  return (
    <div className="grid gap-1 text-sm">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <input
        id={id}
        name={letter}
        list="councils"
        maxLength={100}
        autoComplete="off"
        spellCheck={false}
        className="control"
        defaultValue={typed}
        {...(describedBy === undefined ? {} : { "aria-invalid": true, "aria-describedby": describedBy })}
      />
    </div>
  );
}

function Unresolved({
  letter,
  typed,
  perhaps,
  hrefOf,
}: ComparedAnswer["unresolved"][number] & {
  readonly letter: string;
  readonly hrefOf: (slug: string) => string;
}) {
  const id = `not-found-${letter}`;
  return (
    <div className="grid gap-1 border-l-4 border-missed pl-3 text-sm">
      <CouncilField label="Council not found" letter={letter} typed={typed} describedBy={id} />
      <p id={id}>
        {perhaps.length === 0
          ? `We know no council “${typed}”. Try part of its name, its DfE code or its ONS code.`
          : `No one council is called “${typed}”. Perhaps `}
        {perhaps.map(({ slug, name }, index) => (
          <span key={slug}>
            {index === 0 ? "" : index === perhaps.length - 1 ? " or " : ", "}
            <Link href={hrefOf(slug)} prefetch={false}>
              {name}
            </Link>
          </span>
        ))}
        {perhaps.length === 0 ? "" : "?"}
      </p>
    </div>
  );
}
