import { confirmSubscription } from "@/notify/confirm-subscription";
import type { FormRoute } from "./form-route";
import { textOf } from "./read-choices";
import { managePath, pathWithSlip } from "./slip-paths";

/** The one button of `/alerts/confirm/[token]`. */
export const confirmForm: FormRoute = {
  name: "a confirmation",
  page: "/alerts",
  async take(context, form) {
    const token = textOf(form, "token");
    const { kind } = await confirmSubscription(context, token);
    if (kind === "no-such-link") return `/alerts/confirm/${encodeURIComponent(token || "unknown")}`;
    return pathWithSlip(context, managePath(token), { of: "done", what: "confirmed" });
  },
};
