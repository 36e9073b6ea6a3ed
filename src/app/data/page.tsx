import type { Metadata } from "next";
import Link from "next/link";
import { CiteThis } from "@/components/cite/cite-this";
import { DatasetDescription } from "@/components/cite/dataset-description";
import { TableDictionary } from "@/components/exports/table-dictionary";
import { TableDownloads } from "@/components/exports/table-downloads";
import { Lead } from "@/components/layout/lead";
import { PageBody } from "@/components/layout/page-body";
import { Section } from "@/components/layout/section";
import { caller } from "@/trpc/server";
import { missingWords } from "@/wording/missing";
import { addressOf } from "../site-address";

export const dynamic = "force-dynamic";

const DESCRIPTION =
  "The figures of English councils as CSV and JSON: agreements, planned and published deficits, payments, allocations, EHC plans, verdicts and flags, each row with its source; and what every column means.";

export const metadata: Metadata = { title: "Data", description: DESCRIPTION };

export default async function DataPage() {
  const { data, meta } = await caller.exports.dictionary();
  return (
    <PageBody meta={meta}>
      <Lead
        title="Data"
        sentence={`The figures of every council can be downloaded, in ${data.length} tables, each row with the document and the place it is printed in.`}
      >
        <p className="mt-4 prose-width text-sm text-ink-soft">
          The files are made when you ask for them, from the same store as the pages. Programs may prefer the{" "}
          <Link href="/developers">interface for programs</Link>.
        </p>
      </Lead>
      <Section
        id="tables"
        heading="Tables"
        note={<p>Of councils only, without totals, so that a column may be added up.</p>}
      >
        <TableDownloads tables={data.map(({ table }) => table)} />
      </Section>
      <Section id="reading" heading="Before you add anything up">
        <ul className="prose-width list-disc space-y-2 pl-5">
          <li>
            <strong>Sign.</strong> A deficit is positive and a surplus negative. A balance is the other way
            round: overspending is negative.
          </li>
          <li>
            <strong>Basis.</strong> Net is after DfE’s safety valve money, gross before it. Keep to one basis:
            agreements promise gross deficits, official returns are net.
          </li>
          <li>
            <strong>Scope.</strong> The whole dedicated schools grant and its high needs part are different
            things.
          </li>
          <li>
            <strong>Units.</strong> Money is in whole pounds, never thousands or millions. Years run from
            April to March and are written 2024-25; EHC plans are counted in January of a calendar year.
          </li>
          <li>
            <strong>Several rows for one thing.</strong> Where sources differ, each is a row. So is each
            published version of an allocation, and each version of an agreement.
          </li>
          <li>
            <strong>Nothing there.</strong> An empty cell is never zero. Where the reason is known it stands
            beside it: not-held means {missingWords("not-held")}.
          </li>
          <li>
            <strong>Councils since ended</strong> keep their own codes, so that a year’s rows add up to
            England.
          </li>
          <li>
            <strong>Verdicts and flags</strong> are our reading of published figures.{" "}
            <Link href="/methodology">How we judge</Link>.
          </li>
        </ul>
      </Section>
      <Section
        id="dictionary"
        heading="What every column means"
        note={
          <>
            <p>Read from the same definitions that each file is checked against before it leaves.</p>
            <p>
              CSV is UTF-8 with a comma. A text that a spreadsheet would run as a formula has an apostrophe
              before it.
            </p>
          </>
        }
      >
        {data.map(({ table, columns }) => (
          <TableDictionary key={table} table={table} columns={columns} />
        ))}
      </Section>
      <Section id="licence" heading="Licence">
        <div className="prose-width space-y-4">
          <p>{meta.attribution}</p>
          <p>
            Licence:{" "}
            <a href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/">
              {meta.licence}
            </a>
            . You may copy, publish and adapt the figures, for money too, if you name their publisher, which
            each row does, and link to the licence. Don’t suggest that any publisher endorses you or your use.
          </p>
        </div>
      </Section>
      <CiteThis title="Data" address={addressOf("/data")} meta={meta} />
      <DatasetDescription
        name="Safety valve agreements and deficits of English councils"
        description={DESCRIPTION}
        address={addressOf("/data")}
        downloads={data.flatMap(({ table }) => [
          { address: addressOf(`/api/v1/export/${table}.csv`), mediaType: "text/csv" as const },
          { address: addressOf(`/api/v1/export/${table}.json`), mediaType: "application/json" as const },
        ])}
        meta={meta}
      />
    </PageBody>
  );
}
