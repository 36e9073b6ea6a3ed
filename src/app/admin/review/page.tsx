import type { Metadata } from "next";
import { AdminHeading } from "@/components/admin/admin-heading";
import { QueueList } from "@/components/admin/review/queue-list";
import { MappedSpellings, UnknownSpellings } from "@/components/admin/review/spellings";
import { FormMessage } from "@/components/forms/form-message";
import { caller } from "@/trpc/server";
import { queueSentence } from "@/wording/review";
import { adminPage } from "../admin-page";
import { whatWasSaid } from "../what-was-said";

export const metadata: Metadata = { title: "Review" };

export default adminPage("/admin/review", async () => {
  const [entries, spellings, said] = await Promise.all([
    caller.admin.review.queue(),
    caller.admin.review.spellings.list(),
    whatWasSaid("/admin/review"),
  ]);
  return (
    <>
      <AdminHeading title="Review">{queueSentence(entries, spellings.unknown.length)}</AdminHeading>
      {said === null ? null : <FormMessage kind={said.kind}>{said.text}</FormMessage>}
      <QueueList entries={entries} />
      <UnknownSpellings unknown={spellings.unknown} councils={spellings.councils} />
      <MappedSpellings mapped={spellings.mapped} />
    </>
  );
});
