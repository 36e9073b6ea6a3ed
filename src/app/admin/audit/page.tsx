import Link from "next/link";
import { AdminHeading } from "@/components/admin/admin-heading";
import { AuditFilters } from "@/components/admin/audit-filters";
import { AuditLines } from "@/components/admin/audit-lines";
import { caller } from "@/trpc/server";
import { adminPage } from "../admin-page";
import { hrefOfAudit, readAuditQuery } from "./search-params";

export const metadata = { title: "Audit log" };

export default adminPage("/admin/audit", async ({ searchParams }) => {
  const query = readAuditQuery(searchParams);
  const { lines, older, found, actors, verbs } = await caller.admin.audit.search(query);
  return (
    <>
      <AdminHeading title="Audit log">
        Who did what here, and what it was before. Lines are added and never changed: the database itself
        refuses that.
      </AdminHeading>
      <AuditFilters query={query} actors={actors} verbs={verbs} />
      <p className="pb-2 text-sm text-ink-soft">
        {found === 0 ? "Nothing was found." : found === 1 ? "One line." : `${found} lines, newest first.`}
      </p>
      {lines.length === 0 ? null : <AuditLines lines={lines} />}
      <nav aria-label="More lines" className="flex gap-6 pt-4 text-sm">
        {older === null ? null : (
          <Link href={hrefOfAudit({ ...query, before: older })} prefetch={false}>
            Older
          </Link>
        )}
        {query.before === undefined ? null : (
          <Link href={hrefOfAudit({ ...query, before: undefined })} prefetch={false}>
            Newest
          </Link>
        )}
      </nav>
    </>
  );
});
