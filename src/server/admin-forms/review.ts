import { TRPCError } from "@trpc/server";
import { REVIEW_VERBS } from "@/shapes/review-shapes";
import type { AdminForm } from "../forms/answer-admin-form";

const DONE = {
  approve: "Approved: its figures count from now on.",
  reject: "Rejected: its figures never count. What they had replaced counts again.",
  confirm: "Confirmed: every line is checked from now on.",
  undo: "Taken back: everything is as before that decision.",
} as const;

const JUDGED = "The councils are judged anew in a moment.";

/** The decisions of /admin/review/[id]. */
export const decideForm: AdminForm = {
  back: (form) => `/admin/review/${Number(form.get("reading"))}`,
  async act(admin, form) {
    const readingId = Number(form.get("reading"));
    const verb = REVIEW_VERBS.find((one) => one === form.get("verb"));
    if (!verb) throw new TRPCError({ code: "UNPROCESSABLE_CONTENT", message: "Choose what to decide." });
    await admin.review.decide({
      ...{ readingId, verb },
      reason: form.get("reason") ?? "",
      compared: form.getAll("compared").map(Number),
    });
    return { to: `/admin/review/${readingId}`, done: `${DONE[verb]} ${JUDGED}` };
  },
};

/** The spellings of /admin/review. */
export const spellingForm: AdminForm = {
  back: () => "/admin/review",
  async act(admin, form) {
    const reason = form.get("reason") ?? "";
    if (form.has("spelling-id")) {
      const { run } = await admin.review.spellings.takeBack({
        spellingId: Number(form.get("spelling-id")),
        reason,
      });
      return { to: `/admin/runs/${run}`, done: "Taken back. The stored documents are read once more." };
    }
    const spelling = form.get("spelling") ?? "";
    const { run } = await admin.review.spellings.map({
      spelling,
      dfeCode: form.get("council") ?? "",
      reason,
    });
    return run === null
      ? { to: "/admin/review", done: `"${spelling}" is known for good. No document that is held prints it.` }
      : {
          to: `/admin/runs/${run}`,
          done: `"${spelling}" is known for good. The documents that print it are read once more.`,
        };
  },
};

/** The form of /admin/corrections. */
export const correctionForm: AdminForm = {
  back: (form) => {
    const council = form.get("council");
    return council ? `/admin/corrections?council=${encodeURIComponent(council)}` : "/admin/corrections";
  },
  async act(admin, form) {
    const field = (name: string) => form.get(name) ?? "";
    const council = form.get("council");
    const to = council ? `/admin/corrections?council=${encodeURIComponent(council)}` : "/admin/corrections";
    if (form.has("correction")) {
      await admin.review.corrections.withdraw({
        correctionId: Number(form.get("correction")),
        reason: field("reason"),
      });
      return { to, done: `The figure stands as published again. ${JUDGED}` };
    }
    await admin.review.corrections.record({
      figure: field("figure"),
      corrected: field("corrected"),
      title: field("title"),
      url: field("url"),
      correctedOn: field("correctedOn"),
      reason: field("reason"),
    });
    return { to, done: `The corrected sum is shown from now on, beside the published one. ${JUDGED}` };
  },
};
