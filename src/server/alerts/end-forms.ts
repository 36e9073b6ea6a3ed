import { deleteEverything } from "@/notify/delete-everything";
import { unsubscribe } from "@/notify/unsubscribe";
import type { FormRoute } from "./form-route";
import { textOf } from "./read-choices";

/** The one button of `/alerts/unsubscribe/[token]`, and that of the manage page. What is ended already is ended. */
export const unsubscribeForm: FormRoute = {
  name: "an unsubscription",
  page: "/alerts/manage",
  async take(context, form) {
    await unsubscribe(context, textOf(form, "token"));
    return "/alerts/unsubscribed";
  },
};

export const deleteForm: FormRoute = {
  name: "a deletion",
  page: "/alerts/manage",
  async take(context, form) {
    await deleteEverything(context, textOf(form, "token"));
    return "/alerts/unsubscribed?deleted=yes";
  },
};
