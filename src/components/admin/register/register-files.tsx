import Link from "next/link";
import { type Column, RecordTable } from "@/components/tables/record-table";
import type { ListedRegisterFile } from "@/shapes/register-shapes";
import { formatCount } from "@/wording/money";
import { registerRowWords, registerTitle } from "@/wording/register";

const COLUMNS: readonly Column<ListedRegisterFile>[] = [
  {
    key: "file",
    head: "What it holds",
    names: true,
    cell: ({ file, waiting }) => (
      <>
        <Link href={`/admin/evidence/${file}`} prefetch={false} className="inline-flex min-h-11 items-center">
          {registerTitle(file)}
        </Link>
        <p className="text-xs font-normal text-ink-faint">
          {registerRowWords(file)}
          {waiting === 0 ? "" : `. ${formatCount(waiting)} not read yet: in a moment`}
        </p>
      </>
    ),
  },
  { key: "rows", head: "Rows", numeric: true, cell: ({ rows }) => formatCount(rows) },
  { key: "touched", head: "Changed here", numeric: true, cell: ({ touched }) => formatCount(touched) },
];

/** The files of the evidence register, each leading to its rows. */
export function RegisterFiles({ files }: { readonly files: readonly ListedRegisterFile[] }) {
  return (
    <RecordTable
      caption="The files of the evidence register"
      captionHidden
      columns={COLUMNS}
      rows={files}
      keyOf={({ file }) => file}
    />
  );
}
