/** Why, in the words of the person who decides: kept with the decision for good. */
export function Reason({
  id,
  typed,
  hint,
}: {
  readonly id: string;
  readonly typed?: string | undefined;
  readonly hint?: string;
}) {
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="block text-sm font-medium">
        Why
      </label>
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="text-xs text-ink-faint">
          {hint}
        </p>
      )}
      <textarea
        id={id}
        name="reason"
        required
        maxLength={1000}
        rows={2}
        defaultValue={typed}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        className="control mt-1"
      />
    </div>
  );
}
