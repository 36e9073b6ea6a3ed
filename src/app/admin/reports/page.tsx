import type { Metadata } from "next";
import { AdminHeading } from "@/components/admin/admin-heading";
import { AdminSection } from "@/components/admin/admin-section";
import { ReportList } from "@/components/admin/reports/report-list";
import { caller } from "@/trpc/server";
import { ANSWERED_WITHIN } from "@/wording/report-form";
import { reportsSentence } from "@/wording/reports";
import { adminPage } from "../admin-page";

export const metadata: Metadata = { title: "Reports" };

export default adminPage("/admin/reports", async () => {
  const { open, decided } = await caller.admin.reports.queue();
  return (
    <>
      <AdminHeading title="Reports">
        What people outside say is wrong. {reportsSentence(open.length)} We promise an answer{" "}
        {ANSWERED_WITHIN}.
      </AdminHeading>
      <AdminSection id="open" heading="Not answered yet">
        <ReportList reports={open} nothing="Nothing waits." />
      </AdminSection>
      <AdminSection id="decided" heading="Decided lately">
        <ReportList reports={decided} nothing="Nothing has been decided." />
      </AdminSection>
    </>
  );
});
