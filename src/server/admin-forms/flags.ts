import { TRPCError } from "@trpc/server";
import type { AdminForm } from "../forms/answer-admin-form";

const SOON = "Pages, interface and feeds follow within seconds.";

const pageOf = (flagId: string) => `/admin/flags/${encodeURIComponent(flagId)}`;

/** Withdraws or restores a flag, from /admin/flags/[id]. */
export const flagForm: AdminForm = {
  back: (form) => pageOf(form.get("flag") ?? ""),
  async act(admin, form) {
    const flagId = form.get("flag") ?? "";
    const reason = form.get("reason") ?? "";
    const to = pageOf(flagId);
    switch (form.get("verb")) {
      case "withdraw":
        await admin.flags.withdraw({ flagId, reason });
        return { to, done: `Withdrawn, with your reason in its place. ${SOON}` };
      case "restore": {
        const { state } = await admin.flags.restore({ flagId, reason });
        return {
          to,
          done:
            state === "open"
              ? `Restored: it is open again. ${SOON}`
              : `Restored as cleared, for the figures no longer give it. ${SOON}`,
        };
      }
      default:
        throw new TRPCError({ code: "UNPROCESSABLE_CONTENT", message: "Choose what to decide." });
    }
  },
};

/** A council's reply, from /admin/flags/[id]. */
export const replyForm: AdminForm = {
  back: (form) => pageOf(form.get("flag") ?? ""),
  async act(admin, form) {
    const field = (name: string) => form.get(name) ?? "";
    const flagId = field("flag");
    const to = pageOf(flagId);
    if (field("verb") === "take-down") {
      await admin.flags.takeReplyDown({ flagId, reason: field("reason") });
      return { to, done: `Taken down. ${SOON}` };
    }
    await admin.flags.reply({
      ...{ flagId, text: field("text"), saidBy: field("saidBy"), saidOn: field("saidOn") },
      ...{ url: field("url"), reason: field("reason") },
    });
    return { to, done: `The reply stands beside the flag. ${SOON}` };
  },
};

/** Hides or shows what is made of a council's figures, from /admin/flags. */
export const verdictsForm: AdminForm = {
  back: (form) => `/admin/flags?council=${encodeURIComponent(form.get("council") ?? "")}`,
  async act(admin, form) {
    const dfeCode = form.get("council") ?? "";
    const reason = form.get("reason") ?? "";
    const to = `/admin/flags?council=${encodeURIComponent(dfeCode)}`;
    switch (form.get("verb")) {
      case "hide":
        await admin.flags.hide({ dfeCode, reason });
        return { to, done: `Hidden, with your reason in its place. ${SOON}` };
      case "show":
        await admin.flags.show({ dfeCode, reason });
        return { to, done: `Shown again, as it stands today. ${SOON}` };
      default:
        throw new TRPCError({ code: "UNPROCESSABLE_CONTENT", message: "Choose what to decide." });
    }
  },
};
