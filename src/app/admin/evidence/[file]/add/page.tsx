import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { AdminHeading } from "@/components/admin/admin-heading";
import { EntryForm } from "@/components/admin/register/entry-form";
import { isRegisterFile, WORKED_OUT } from "@/domain/register/register-columns";
import { caller } from "@/trpc/server";
import { registerRowWords, registerTitle } from "@/wording/register";
import { adminPage } from "../../../admin-page";
import { keepRow } from "../../actions";

export const metadata: Metadata = { title: "Add a row" };

export default adminPage("/admin/evidence/[file]/add", async ({ params }) => {
  const file = String(params.file);
  if (!isRegisterFile(file) || WORKED_OUT.includes(file)) notFound();
  const councils = await caller.admin.register.councils();
  return (
    <>
      <AdminHeading
        title="Add a row"
        above={
          <Link
            href={`/admin/evidence/${file}`}
            prefetch={false}
            className="inline-flex min-h-8 items-center"
          >
            {registerTitle(file)}
          </Link>
        }
      >
        {registerRowWords(file)}. It is checked against what is held before it is kept.
      </AdminHeading>
      <EntryForm
        file={file}
        cells={{}}
        councils={councils}
        button="Add it"
        action={keepRow.bind(null, file, null)}
      />
    </>
  );
});
