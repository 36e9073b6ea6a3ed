/** A text of several lines in a form of the admin room, under its label. */
export function Words({
  id,
  label,
  hint,
  longest,
  typed,
}: {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly longest: number;
  readonly typed: string | undefined;
}) {
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="block text-sm font-medium">
        {label}
      </label>
      <p id={`${id}-hint`} className="text-xs text-ink-faint">
        {hint}
      </p>
      <textarea
        id={id}
        name="text"
        required
        maxLength={longest}
        rows={5}
        defaultValue={typed}
        aria-describedby={`${id}-hint`}
        className="control mt-1"
      />
    </div>
  );
}
