import type { MappedSpelling, UnknownSpelling } from "@/shapes/review-shapes";
import { formatInstant } from "@/wording/dates";
import { Reason } from "./reason";

interface Council {
  readonly dfeCode: string;
  readonly name: string;
}

/** Names that publications print and no list knows: a person says once, for good, whose they are. */
export function UnknownSpellings({
  unknown,
  councils,
}: {
  readonly unknown: readonly UnknownSpelling[];
  readonly councils: readonly Council[];
}) {
  if (unknown.length === 0) return null;
  return (
    <section aria-labelledby="spellings" className="pb-8">
      <h2 id="spellings" className="text-xl">
        Names that no list knows
      </h2>
      <p className="prose-width pb-2 text-sm text-ink-soft">
        Say once whose a name is: it’s known for good, and the documents that print it are read once more.
      </p>
      <ul className="divide-y divide-rule border-y border-rule">
        {unknown.map((one, index) => (
          <li key={`${one.kind} ${one.spelling}`} className="py-4">
            <p className="font-medium">“{one.spelling}”</p>
            <p className="prose-width text-sm text-ink-soft">{one.message}</p>
            <form
              method="post"
              action="/api/admin/spelling"
              className="mt-2 grid max-w-3xl items-end gap-3 sm:grid-cols-2"
            >
              <input type="hidden" name="spelling" value={one.spelling} />
              <label className="grid gap-1 text-sm font-medium">
                It means
                <select name="council" required className="control font-normal" defaultValue="">
                  <option value="" disabled>
                    Choose a council
                  </option>
                  {one.suggestions.length === 0 ? null : (
                    <optgroup label="Alike">
                      {one.suggestions.map(({ dfeCode, name }) => (
                        <option key={dfeCode} value={dfeCode}>
                          {name}
                        </option>
                      ))}
                    </optgroup>
                  )}
                  <optgroup label="All councils">
                    {councils.map(({ dfeCode, name }) => (
                      <option key={dfeCode} value={dfeCode}>
                        {name}
                      </option>
                    ))}
                  </optgroup>
                </select>
              </label>
              <Reason id={`spelling-reason-${index}`} />
              <div>
                <button type="submit" className="button">
                  Map “{one.spelling}”
                </button>
              </div>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function MappedSpellings({ mapped }: { readonly mapped: readonly MappedSpelling[] }) {
  if (mapped.length === 0) return null;
  return (
    <section aria-labelledby="mapped" className="pb-8">
      <h2 id="mapped" className="pb-2 text-xl">
        Names that people have mapped
      </h2>
      <ul className="divide-y divide-rule border-y border-rule text-sm">
        {mapped.map(({ id, spelling, council, reason, by, at, withdrawn }) => (
          <li key={id} className="py-3">
            <p>
              <strong className="font-semibold">“{spelling}”</strong> is {council}: {reason}
            </p>
            <p className="text-xs text-ink-faint">
              {by}, {formatInstant(at)}
              {withdrawn === null
                ? ""
                : `; taken back by ${withdrawn.by}, ${formatInstant(withdrawn.at)}: ${withdrawn.reason}`}
            </p>
            {withdrawn === null ? (
              <details className="mt-1">
                <summary className="w-fit text-accent underline underline-offset-4">Take back</summary>
                <form method="post" action="/api/admin/spelling" className="mt-2 grid max-w-xl gap-3">
                  <input type="hidden" name="spelling-id" value={id} />
                  <Reason id={`take-back-${id}`} />
                  <div>
                    <button type="submit" className="button-quiet">
                      Take “{spelling}” back
                    </button>
                  </div>
                </form>
              </details>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
