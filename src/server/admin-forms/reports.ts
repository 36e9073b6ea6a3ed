import { TRPCError } from "@trpc/server";
import type { AdminForm } from "../forms/answer-admin-form";

/** The decisions of /admin/reports/[id]. */
export const reportForm: AdminForm = {
  back: pageOf,
  async act(admin, form) {
    const field = (name: string) => form.get(name) ?? "";
    const reportId = Number(form.get("report"));
    const to = pageOf(form);
    switch (form.get("verb")) {
      case "answer": {
        const wrong = { yes: true, no: false }[field("wrong")];
        if (wrong === undefined) throw problem("Say whether what was reported was wrong.");
        const { mailed } = await admin.reports.answer({ reportId, wrong, text: field("text") });
        return { to, done: mailed ? "Answered: the answer is on its way by mail." : KEPT };
      }
      case "close":
        await admin.reports.close({ reportId, reason: field("reason") });
        return { to, done: "Closed without an answer." };
      case "reopen":
        await admin.reports.reopen({ reportId, reason: field("reason") });
        return { to, done: "Open again: it waits among the reports." };
      case "publish":
        await admin.reports.publishNote({ reportId, text: field("text") });
        return { to, done: "Published: everybody can read the note from now on." };
      case "take-back":
        await admin.reports.takeNoteBack({ noteId: Number(form.get("note")), reason: field("reason") });
        return { to, done: "Taken back: the note says so, with your reason." };
      default:
        throw problem("Choose what to decide.");
    }
  },
};

const KEPT = "Answered. No address was given, so the answer is only kept here.";

function pageOf(form: URLSearchParams): string {
  return `/admin/reports/${Number(form.get("report"))}`;
}

function problem(message: string): TRPCError {
  return new TRPCError({ code: "UNPROCESSABLE_CONTENT", message });
}
