import Link from "next/link";
import type { RegisterFileName } from "@/domain/register/register-columns";
import type { ListedRegisterRow } from "@/shapes/register-shapes";
import { formatInstant } from "@/wording/dates";
import { entryVerbWord, registerRowGist, registerRowName } from "@/wording/register";

/** The rows of a file, one below the other: whose it is, what it says, where from, and what people made of it. */
export function RegisterRows({
  file,
  rows,
}: {
  readonly file: RegisterFileName;
  readonly rows: readonly ListedRegisterRow[];
}) {
  return (
    <ul className="border-t border-rule">
      {rows.map(({ address, cells, last, retired, waits }) => (
        <li
          key={address}
          className="grid gap-x-6 border-b border-rule py-1.5 text-sm sm:grid-cols-[13rem_minmax(0,1fr)]"
        >
          <Link
            href={`/admin/evidence/${file}/${address}`}
            prefetch={false}
            className="inline-flex min-h-8 items-center self-start font-medium"
          >
            {registerRowName(cells)}
          </Link>
          <div className="min-w-0 py-1 wrap-anywhere">
            <p className={retired ? "text-ink-faint line-through" : ""}>{registerRowGist(file, cells)}</p>
            <p className="text-xs text-ink-faint">{cells.source_url}</p>
            {last === null ? null : (
              <p className="text-xs">
                {entryVerbWord(last.verb)} by {last.by}, {formatInstant(last.at)}
                {waits ? "; not read yet" : ""}: {last.reason}
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
