import type { Metadata } from "next";
import { AdminHeading } from "@/components/admin/admin-heading";
import { AdminSection } from "@/components/admin/admin-section";
import { BatchList } from "@/components/admin/alerts/batch-list";
import { DeliveryDays } from "@/components/admin/alerts/delivery-days";
import { FailedMessages } from "@/components/admin/alerts/failed-messages";
import { SuppressionList } from "@/components/admin/alerts/suppression-list";
import { TestMail } from "@/components/admin/alerts/test-mail";
import { Facts } from "@/components/admin/facts";
import { FormMessage } from "@/components/forms/form-message";
import { mayActAs } from "@/domain/users/role";
import { caller } from "@/trpc/server";
import { formatCount } from "@/wording/money";
import { adminPage } from "../admin-page";
import { whatWasSaid } from "../what-was-said";

export const metadata: Metadata = { title: "Alerts" };

export default adminPage("/admin/alerts", async ({ user }) => {
  const { alerts } = caller.admin;
  const mayDecide = mayActAs(user.role, "admin");
  const [subscribers, batches, record, suppressions, test, said] = await Promise.all([
    alerts.subscribers(),
    alerts.batches.list(),
    alerts.messages.record(),
    alerts.suppressions.list(),
    mayDecide ? alerts.messages.latestTest() : null,
    whatWasSaid("/admin/alerts"),
  ]);
  const typed = said?.kind === "problem" ? said.typed : {};
  const { mail, webhooks } = subscribers;
  return (
    <>
      <AdminHeading title="Subscribers and deliveries">
        Who hears of what changes, in numbers, and what becomes of each message. Addresses are shown to
        nobody.
      </AdminHeading>
      {said === null ? null : <FormMessage kind={said.kind}>{said.text}</FormMessage>}
      <AdminSection id="batches" heading="Batches of alerts">
        <BatchList batches={batches} mayDecide={mayDecide} typed={typed} />
      </AdminSection>
      <AdminSection id="subscribers" heading="Subscribers">
        <Facts
          facts={[
            ["Confirmed", formatCount(subscribers.confirmed)],
            ["Asked, not yet confirmed", formatCount(subscribers.waiting)],
            [
              "By mail",
              `${formatCount(mail.instant)} at once, ${formatCount(mail.daily)} once a day, ${formatCount(mail.weekly)} once a week`,
            ],
            [
              "Webhooks",
              `${formatCount(webhooks.on)} called, ${formatCount(webhooks.off)} switched off because they failed`,
            ],
          ]}
        />
      </AdminSection>
      <AdminSection id="messages" heading={`Messages of the last ${record.days} days`}>
        <DeliveryDays byDay={record.byDay} days={record.days} />
      </AdminSection>
      <AdminSection id="failed" heading="What failed, and why">
        <FailedMessages record={record} mayTry={mayDecide} />
      </AdminSection>
      <AdminSection id="suppressed" heading="Addresses that get nothing">
        <SuppressionList suppressions={suppressions} mayDecide={mayDecide} typed={typed} />
      </AdminSection>
      {test === null ? null : (
        <AdminSection id="test" heading="Does mail arrive?">
          <TestMail to={user.email} mailWay={test.mailWay} latest={test.latest} />
        </AdminSection>
      )}
    </>
  );
});
