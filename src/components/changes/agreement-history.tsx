import { Section } from "@/components/layout/section";
import { RecordTable } from "@/components/tables/record-table";
import type { AgreementDifference, AgreementHistory } from "@/shapes/change-shapes";
import { termName } from "@/wording/changed-figures";
import { formatInstant, formatYear } from "@/wording/dates";
import { versionWords } from "@/wording/events";
import { formatGbp } from "@/wording/money";
import { retrievedWords } from "@/wording/origin";
import { ChangeSide } from "./change-side";

/** The versions of an agreement, and any two of them term by term; a plain form chooses which. */
export function AgreementHistorySection({
  council,
  slug,
  history: { versions, compared },
}: {
  readonly council: string;
  readonly slug: string;
  readonly history: AgreementHistory;
}) {
  return (
    <Section
      id="history"
      heading="History of the agreement"
      note={<p>Every version that is held, oldest first, and what differs between two of them.</p>}
    >
      <ol className="space-y-3 text-sm">
        {versions.map(({ version, cohort, current, checked, source }) => (
          <li key={version} className="prose-width">
            <p>
              <strong className="font-semibold">{versionWords(version)}</strong>
              {current ? ", the one that stands" : ""}
            </p>
            <p className="text-ink-soft">
              Signed in {formatYear(cohort)}. <a href={source.url}>{source.title}</a>,{" "}
              {retrievedWords(source.origin).toLowerCase()} {formatInstant(source.retrievedAt)}.
              {checked ? "" : " Machine-read, not yet checked by a person."}
            </p>
          </li>
        ))}
      </ol>
      {versions.length > 1 ? <ChooseVersions slug={slug} versions={versions} compared={compared} /> : null}
      {compared === null ? (
        <p className="mt-6 text-sm text-ink-soft">
          {versions.length > 1
            ? "Choose two different versions to compare them."
            : "One version is held, so there is nothing to compare it with."}
        </p>
      ) : (
        <Differences council={council} compared={compared} />
      )}
    </Section>
  );
}

function ChooseVersions({
  slug,
  versions,
  compared,
}: Pick<AgreementHistory, "versions" | "compared"> & { readonly slug: string }) {
  const select = (name: "from" | "to", label: string) => (
    <label className="grid gap-1 text-sm font-medium">
      {label}
      <select name={name} className="control font-normal" defaultValue={compared?.[name] ?? ""}>
        {versions.map(({ version }) => (
          <option key={version} value={version}>
            {versionWords(version)}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <form
      action={`/authorities/${slug}#history`}
      method="get"
      aria-label="Compare two versions"
      className="screen-only mt-6 grid items-end gap-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto]"
    >
      {select("from", "Compare")}
      {select("to", "With")}
      <button type="submit" className="button">
        Compare
      </button>
    </form>
  );
}

function Differences({
  council,
  compared: { from, to, partly, differences },
}: {
  readonly council: string;
  readonly compared: NonNullable<AgreementHistory["compared"]>;
}) {
  return (
    <div className="mt-6">
      {partly ? (
        <p className="mb-3 prose-width text-sm text-ink-soft">
          Of one of these versions we hold no document, only what others say of it. Terms that it does not
          give are left out.
        </p>
      ) : null}
      {differences.length === 0 ? (
        <p className="text-sm">{partly ? "No term that both give differs." : "No term differs."}</p>
      ) : (
        <RecordTable
          caption={`What differs in the agreement with ${council}: ${versionWords(from)} and ${versionWords(to)}`}
          rows={differences}
          keyOf={(difference) => `${difference.summary} ${difference.subject ?? ""}`}
          columns={[
            { key: "term", head: "Term", names: true, cell: termName },
            { key: "before", head: versionWords(from), cell: (row) => side(council, row, "before") },
            { key: "after", head: versionWords(to), cell: (row) => side(council, row, "after") },
            { key: "size", head: "Difference", numeric: true, cell: ({ sizeGbp }) => sizeWords(sizeGbp) },
          ]}
        />
      )}
    </div>
  );
}

function side(council: string, difference: AgreementDifference, which: "before" | "after") {
  return (
    <ChangeSide
      value={difference[which]}
      source={difference.evidence[which]}
      what={`${council}: ${difference.summary} (${which})`}
    />
  );
}

function sizeWords(sizeGbp: number | undefined): string {
  if (sizeGbp === undefined) return "";
  return `${sizeGbp > 0 ? "up" : "down"} ${formatGbp(Math.abs(sizeGbp))}`;
}
