import { type Column, RecordTable } from "@/components/tables/record-table";
import type { Health } from "@/shapes/health-shapes";
import { formatInstant } from "@/wording/dates";
import { runStatusWords } from "@/wording/overview";

type Job = Health["jobs"][number];

const COLUMNS: readonly Column<Job>[] = [
  { key: "job", head: "Job", names: true, cell: ({ job }) => job },
  {
    key: "started",
    head: "Began last",
    cell: ({ lastStartedAt }) => formatInstant(lastStartedAt.toISOString()),
  },
  { key: "status", head: "How it went", cell: ({ lastStatus }) => runStatusWords(lastStatus) },
  {
    key: "good",
    head: "Last done",
    cell: ({ lastGoodAt }) => (lastGoodAt === null ? "Never" : formatInstant(lastGoodAt.toISOString())),
  },
];

/** Every job that ever ran: when, and how it went. */
export function JobHealth({ jobs }: { readonly jobs: Health["jobs"] }) {
  return (
    <RecordTable
      caption="Jobs"
      captionHidden
      columns={COLUMNS}
      rows={jobs}
      keyOf={({ job }) => job}
      scrolls
    />
  );
}
