/** Chooses the council that is looked at: a plain form to the same page. */
export function ChooseCouncil({
  action,
  button,
  councils,
  chosen,
}: {
  readonly action: string;
  readonly button: string;
  readonly councils: readonly { readonly dfeCode: string; readonly name: string }[];
  readonly chosen: string;
}) {
  return (
    <form action={action} method="get" className="screen-only flex max-w-xl flex-wrap items-end gap-3">
      <label className="grid grow gap-1 text-sm font-medium">
        Council
        <select name="council" required className="control font-normal" defaultValue={chosen}>
          <option value="" disabled>
            Choose a council
          </option>
          {councils.map(({ dfeCode, name }) => (
            <option key={dfeCode} value={dfeCode}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="button-quiet">
        {button}
      </button>
    </form>
  );
}
