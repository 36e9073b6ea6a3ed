import { MOST_COMPARED } from "@/domain/compare/measure";

const FORM = "compare-councils";

/** The councils whose boxes are ticked on the page, whether or not anybody was told of it yet. */
export function tickedCouncils(): string[] {
  const ticked = document.querySelectorAll<HTMLInputElement>(
    `input[type="checkbox"][form="${FORM}"]:checked`,
  );
  return [...ticked].map(({ value }) => value);
}

/** The box by which a council is chosen; it belongs to the form that stands over the table. */
export function CompareBox({
  name,
  slug,
  chosen,
  full,
  onChoose,
}: {
  readonly name: string;
  readonly slug: string;
  readonly chosen: boolean;
  /** As many are chosen as can be compared. */
  readonly full: boolean;
  readonly onChoose: (chosen: boolean) => void;
}) {
  return (
    <label className="compare-box">
      <input
        type="checkbox"
        name="council"
        value={slug}
        form={FORM}
        aria-label={`Compare ${name}`}
        checked={chosen}
        disabled={full && !chosen}
        onChange={({ currentTarget: { checked } }) => onChoose(checked)}
      />
    </label>
  );
}

/** Sends the councils that were ticked to be compared; those that a filter hides come along. */
export function CompareForm({
  chosen,
  hidden,
}: {
  readonly chosen: number;
  readonly hidden: readonly string[];
}) {
  return (
    <form
      id={FORM}
      action="/compare"
      method="get"
      aria-label="Compare councils"
      className="screen-only flex flex-wrap items-center gap-x-3 gap-y-1"
    >
      {hidden.map((slug) => (
        <input key={slug} type="hidden" name="council" value={slug} />
      ))}
      <span>
        {chosen === 0
          ? `Tick up to ${MOST_COMPARED} councils to compare them`
          : `${chosen} of at most ${MOST_COMPARED} chosen`}
      </span>
      <button type="submit" className="button">
        Compare
      </button>
    </form>
  );
}
