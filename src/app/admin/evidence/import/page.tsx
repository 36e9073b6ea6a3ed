import type { Metadata } from "next";
import Link from "next/link";
import { AdminHeading } from "@/components/admin/admin-heading";
import { ImportForm } from "@/components/admin/register/import-form";
import { adminPage } from "../../admin-page";
import { importRows } from "../actions";

export const metadata: Metadata = { title: "Bring rows in a file" };

export default adminPage("/admin/evidence/import", () => (
  <>
    <AdminHeading
      title="Bring rows in a file"
      above={
        <Link href="/admin/evidence" prefetch={false} className="inline-flex min-h-8 items-center">
          Evidence register
        </Link>
      }
    >
      A CSV file of one kind of row, with the headings of an export: at most 500 rows and 500 kB. Rows are
      only added; one that the register has already is passed over.
    </AdminHeading>
    <ImportForm action={importRows} />
  </>
));
