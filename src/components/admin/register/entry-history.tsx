import { AdminSection } from "@/components/admin/admin-section";
import type { RegisterRowDetail } from "@/shapes/register-shapes";
import { auditDifferences } from "@/wording/audit";
import { formatInstant } from "@/wording/dates";
import { entryVerbWord, registerColumnWords } from "@/wording/register";

/** All that people made of a row, the newest first: who, when and why, and what it said before. */
export function EntryHistory({
  versions,
  own,
}: {
  readonly versions: RegisterRowDetail["versions"];
  /** It stands in the place of a row of the project's own file. */
  readonly own: boolean;
}) {
  return (
    <AdminSection
      id="history"
      heading="What became of it"
      note={own ? "It came with the project’s own file." : undefined}
    >
      {versions.length === 0 ? (
        <p className="pt-2 text-sm">Nobody has touched it.</p>
      ) : (
        <ol className="border-rule text-sm">
          {versions
            .map((version, index) => ({ version, before: versions[index - 1] }))
            .toReversed()
            .map(({ version, before }) => (
              <li key={version.at + version.verb} className="border-b border-rule py-2 wrap-anywhere">
                <p>
                  <strong className="font-semibold">{entryVerbWord(version.verb)}</strong>: {version.reason}
                </p>
                {before === undefined
                  ? null
                  : auditDifferences(labelled(before.cells), labelled(version.cells)).map((difference) => (
                      <p key={difference}>{difference}</p>
                    ))}
                <p className="text-xs text-ink-faint">
                  {version.by}, {formatInstant(version.at)}
                </p>
              </li>
            ))}
        </ol>
      )}
    </AdminSection>
  );
}

function labelled(cells: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(cells).map(([name, text]) => [registerColumnWords(name).label, text]),
  );
}
