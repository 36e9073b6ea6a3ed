import { readEmail } from "@/domain/users/email";
import { requestManageLink } from "@/notify/request-manage-link";
import { NO_EMAIL, NOT_AN_EMAIL, waitWords } from "@/wording/alert-forms";
import { askerOf } from "./asker-of";
import type { FormRoute } from "./form-route";
import { textOf } from "./read-choices";
import { PROBLEMS, pathWithSlip } from "./slip-paths";

const LONGEST_EMAIL = 320;

/** The form of `/alerts/manage`: asks for a link to one's choices. */
export const linkForm: FormRoute = {
  name: "the form for a link",
  page: "/alerts/manage",
  async take(context, form, request) {
    const typed = textOf(form, "email", LONGEST_EMAIL);
    const email = readEmail(typed);
    const back = (field: "email" | "form", message: string) =>
      pathWithSlip(
        context,
        "/alerts/manage",
        { of: "link", email: typed, problems: [{ field, message }] },
        PROBLEMS,
      );
    if (email === null) return back("email", typed === "" ? NO_EMAIL : NOT_AN_EMAIL);
    const asked = await requestManageLink(context, { email, from: askerOf(request) });
    if (asked.kind === "wait") return back("form", waitWords(asked.minutes));
    return pathWithSlip(context, "/alerts/check-your-mail", { of: "mail-asked", email, what: "manage" });
  },
};
