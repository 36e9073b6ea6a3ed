import { AdminHeading } from "@/components/admin/admin-heading";
import { InviteForm } from "@/components/admin/invite-form";
import { UserList } from "@/components/admin/user-list";
import { caller } from "@/trpc/server";
import { adminPage } from "../admin-page";
import { changeUser, invite } from "./actions";

export const metadata = { title: "Users" };

export default adminPage("/admin/users", async ({ user }) => {
  const users = await caller.admin.users.list();
  return (
    <>
      <AdminHeading title="Users">
        Editors decide about figures and words. Admins do that too, and run the machine: users, thresholds,
        runs and deliveries. Every change here stands in the audit log.
      </AdminHeading>
      <section aria-labelledby="invite" className="pb-10">
        <h2 id="invite" className="pb-2 text-lg">
          Invite somebody
        </h2>
        <InviteForm action={invite} />
      </section>
      <section aria-labelledby="listed">
        <h2 id="listed" className="pb-2 text-lg">
          Who may enter
        </h2>
        <UserList users={users} ownId={user.id} action={changeUser} />
      </section>
    </>
  );
});
