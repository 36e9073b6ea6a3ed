import { TRPCError } from "@trpc/server";
import { BATCH_VERBS } from "@/domain/alerts/batch-states";
import { batchVerbDone, countOf, mailWayWords } from "@/wording/message-record";
import type { AdminForm } from "../forms/answer-admin-form";

const PAGE = "/admin/alerts";

/** The decisions about batches of /admin/alerts. */
export const batchForm: AdminForm = {
  back: () => PAGE,
  async act(admin, form) {
    const verb = BATCH_VERBS.find((one) => one === form.get("verb"));
    if (!verb) throw new TRPCError({ code: "UNPROCESSABLE_CONTENT", message: "Choose what to decide." });
    const batchId = Number(form.get("batch"));
    const { messages } = await admin.alerts.batches.decide({
      ...{ batchId, verb },
      reason: form.get("reason") ?? "",
    });
    return { to: PAGE, done: `Batch ${batchId}. ${batchVerbDone(verb, messages)}` };
  },
};

/** The buttons of /admin/alerts about single messages. */
export const messageForm: AdminForm = {
  back: () => PAGE,
  async act(admin, form) {
    const { messages } = admin.alerts;
    switch (form.get("how")) {
      case "test": {
        const { to, mailWay } = await messages.sendTest();
        return { to: PAGE, done: `A test message to ${to} is queued: it goes ${mailWayWords(mailWay)}.` };
      }
      case "try-all": {
        const { messages: count } = await messages.tryAllAgain();
        return { to: PAGE, done: `${countOf(count, "message is", "messages are")} tried again.` };
      }
      default: {
        const messageId = form.get("message") ?? "";
        await messages.tryAgain({ messageId });
        return { to: PAGE, done: `Message ${messageId} is tried again.` };
      }
    }
  },
};

/** The list of /admin/alerts of addresses that get nothing. */
export const suppressionForm: AdminForm = {
  back: () => PAGE,
  async act(admin, form) {
    const reason = form.get("reason") ?? "";
    if (form.get("how") === "lift") {
      const suppressionId = Number(form.get("suppression"));
      await admin.alerts.suppressions.lift({ suppressionId, reason });
      return { to: PAGE, done: "Taken off the list: it gets what its reader asked for." };
    }
    await admin.alerts.suppressions.add({ email: form.get("email") ?? "", reason });
    return { to: PAGE, done: "On the list: nothing is sent there any more." };
  },
};
