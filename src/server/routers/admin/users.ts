import { z } from "zod";
import { listUsers } from "@/present/users";
import { listedUserShape, newLinkShape, roleShape } from "@/shapes/user-shapes";
import { changeRole, deactivateUser, reactivateUser } from "@/users/change-user";
import { type Invited, inviteUser } from "@/users/invite-user";
import { renewLink } from "@/users/renew-link";
import { adminProcedure, createRouter } from "../../trpc";

const whom = z.object({ userId: z.string().min(1).max(64) });

const shown = ({ email, link }: Invited) => ({
  email,
  purpose: link.purpose,
  token: link.token,
  expiresAt: link.expiresAt,
});

/** Who may enter the admin room. Each verb writes down who did it, in the same transaction. */
export const usersRouter = createRouter({
  list: adminProcedure.output(z.array(listedUserShape)).query(({ ctx }) => listUsers(ctx)),
  invite: adminProcedure
    .input(z.object({ email: z.string().max(300), role: roleShape }))
    .output(newLinkShape)
    .mutation(async ({ ctx, input }) => shown(await inviteUser(ctx, input))),
  renewLink: adminProcedure
    .input(whom)
    .output(newLinkShape)
    .mutation(async ({ ctx, input }) => shown(await renewLink(ctx, input))),
  changeRole: adminProcedure
    .input(whom.extend({ role: roleShape }))
    .mutation(({ ctx, input }) => changeRole(ctx, input)),
  deactivate: adminProcedure.input(whom).mutation(({ ctx, input }) => deactivateUser(ctx, input)),
  reactivate: adminProcedure.input(whom).mutation(({ ctx, input }) => reactivateUser(ctx, input)),
});
