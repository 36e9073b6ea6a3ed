import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { AdminHeading } from "@/components/admin/admin-heading";
import { RegisterRows } from "@/components/admin/register/register-rows";
import { FormMessage } from "@/components/forms/form-message";
import { isRegisterFile, WORKED_OUT } from "@/domain/register/register-columns";
import { caller } from "@/trpc/server";
import { registerRowWords, registerTitle } from "@/wording/register";
import { adminPage } from "../../admin-page";

export const metadata: Metadata = { title: "Rows of the evidence register" };

export default adminPage("/admin/evidence/[file]", async ({ params, searchParams }) => {
  const file = String(params.file);
  if (!isRegisterFile(file)) notFound();
  const single = (name: string) => [searchParams[name]].flat()[0] ?? "";
  const words = single("words").slice(0, 200);
  const page = /^[1-9]\d{0,2}$/.test(single("page")) ? Number(single("page")) : 1;
  const kept = /^[1-9]\d{0,3}$/.exec(single("kept"))?.[0];
  const { rows, found, pages } = await caller.admin.register.rows({ file, words, page });
  const hrefOf = (other: number) =>
    `/admin/evidence/${file}?${new URLSearchParams({ ...(words === "" ? {} : { words }), page: String(other) })}`;
  return (
    <>
      <AdminHeading
        title={registerTitle(file)}
        above={
          <Link href="/admin/evidence" prefetch={false} className="inline-flex min-h-8 items-center">
            Evidence register
          </Link>
        }
      >
        {registerRowWords(file)}.
      </AdminHeading>
      {kept === undefined ? null : (
        <FormMessage kind="done">
          {kept === "1" ? "One row was kept." : `${kept} rows were kept.`} The register is read anew in a
          moment; then they count.
        </FormMessage>
      )}
      <div className="flex flex-wrap items-center gap-x-6 pb-3 text-sm">
        {WORKED_OUT.includes(file) ? null : (
          <Link
            href={`/admin/evidence/${file}/add`}
            prefetch={false}
            className="inline-flex min-h-11 items-center"
          >
            Add a row
          </Link>
        )}
        <a href={`/api/admin/evidence/${file}`} download className="inline-flex min-h-11 items-center">
          Take the file away (CSV)
        </a>
      </div>
      <form
        action={`/admin/evidence/${file}`}
        method="get"
        aria-label="Search the rows"
        className="screen-only flex max-w-xl flex-wrap items-end gap-3 pb-4"
      >
        <label className="grid grow gap-1 text-sm font-medium">
          Council, or words in the row
          <input name="words" defaultValue={words} autoComplete="off" className="control font-normal" />
        </label>
        <button type="submit" className="button-quiet">
          Search
        </button>
      </form>
      <p className="pb-2 text-sm text-ink-soft">
        {found === 0
          ? "Nothing was found."
          : found === 1
            ? "One row."
            : `${found} rows, those changed here first.`}
      </p>
      {rows.length === 0 ? null : <RegisterRows file={file} rows={rows} />}
      <nav aria-label="More rows" className="flex gap-6 pt-4 text-sm">
        {page > 1 ? (
          <Link href={hrefOf(page - 1)} prefetch={false}>
            Before
          </Link>
        ) : null}
        {page < pages ? (
          <Link href={hrefOf(page + 1)} prefetch={false}>
            Next
          </Link>
        ) : null}
      </nav>
    </>
  );
});
