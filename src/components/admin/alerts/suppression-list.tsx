import { Field } from "@/components/forms/field";
import type { ListedSuppression } from "@/shapes/message-shapes";
import { formatInstant } from "@/wording/dates";
import { suppressionWords } from "@/wording/message-record";
import { Reason } from "../review/reason";

/** The addresses that get nothing, each to be taken off the list, and a form for one more. */
export function SuppressionList({
  suppressions,
  mayDecide,
  typed,
}: {
  readonly suppressions: readonly ListedSuppression[];
  readonly mayDecide: boolean;
  /** The form that came back, where nothing was done. */
  readonly typed: Readonly<Record<string, string>>;
}) {
  return (
    <>
      {suppressions.length === 0 ? (
        <p className="py-3 text-sm text-ink-soft">No address is on the list.</p>
      ) : (
        <ul>
          {suppressions.map((one) => (
            <li key={one.id} className="border-b border-rule py-2 text-sm">
              <p className="font-medium wrap-anywhere">{one.masked ?? `Address ${one.id}`}</p>
              <p className="prose-width text-ink-soft wrap-anywhere">
                {suppressionWords(one)}. Since {formatInstant(one.since.toISOString())}.
              </p>
              {mayDecide ? (
                <Lift suppression={one} typed={typed.suppression === String(one.id) ? typed : null} />
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {mayDecide ? <Add typed={typed.how === "add" ? typed : {}} /> : null}
    </>
  );
}

function Lift({
  suppression: { id, masked },
  typed,
}: {
  readonly suppression: ListedSuppression;
  readonly typed: Readonly<Record<string, string>> | null;
}) {
  return (
    <details className="screen-only" open={typed === null ? undefined : true}>
      <summary className="w-fit min-h-11 py-2 text-accent underline underline-offset-4">
        Take it off the list<span className="sr-only">: {masked ?? `address ${id}`}</span>
      </summary>
      <form method="post" action="/api/admin/suppression" className="grid max-w-xl gap-3 pb-2">
        <input type="hidden" name="suppression" value={id} />
        <Reason id={`lift-${id}`} typed={typed?.reason} hint="Kept in the audit log." />
        <div>
          <button type="submit" name="how" value="lift" className="button-quiet">
            Take address {id} off the list
          </button>
        </div>
      </form>
    </details>
  );
}

function Add({ typed }: { readonly typed: Readonly<Record<string, string>> }) {
  return (
    <form
      method="post"
      action="/api/admin/suppression"
      aria-label="Put an address on the list"
      className="screen-only grid max-w-xl gap-3 pt-6"
    >
      <h3 className="text-base font-semibold">Put an address on the list</h3>
      <input type="hidden" name="how" value="add" />
      <Field
        name="email"
        label="E-mail address"
        hint="Only a digest of it is kept, and how it begins and ends."
        type="text"
        inputMode="email"
        autoComplete="off"
        defaultValue={typed.email}
        maxLength={300}
        required
      />
      <Reason
        id="suppress-reason"
        typed={typed.reason}
        hint="Kept in the audit log, so without the address itself."
      />
      <div>
        <button type="submit" className="button-quiet">
          Send it nothing any more
        </button>
      </div>
    </form>
  );
}
