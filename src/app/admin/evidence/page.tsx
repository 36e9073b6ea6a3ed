import type { Metadata } from "next";
import Link from "next/link";
import { AdminHeading } from "@/components/admin/admin-heading";
import { RegisterFiles } from "@/components/admin/register/register-files";
import { caller } from "@/trpc/server";
import { adminPage } from "../admin-page";

export const metadata: Metadata = { title: "Evidence register" };

export default adminPage("/admin/evidence", async () => {
  const files = await caller.admin.register.files();
  return (
    <>
      <AdminHeading title="Evidence register">
        What councils, Parliament and the press published between official releases, one citation a row. It
        comes with the project; what is added, edited and retired here counts beside it, and stays when the
        project’s own file changes.
      </AdminHeading>
      <p className="pb-4">
        <Link
          href="/admin/evidence/import"
          prefetch={false}
          className="inline-flex min-h-11 items-center text-sm"
        >
          Bring rows in a CSV file
        </Link>
      </p>
      <RegisterFiles files={files} />
    </>
  );
});
