import { readEmail } from "@/domain/users/email";
import { requestSubscription } from "@/notify/request-subscription";
import type { FieldProblem } from "@/shapes/alert-form-shapes";
import { NO_EMAIL, NOT_AN_EMAIL, waitWords } from "@/wording/alert-forms";
import { askerOf } from "./asker-of";
import { checkChoices, notOneWords, takeFound } from "./check-choices";
import type { FormRoute } from "./form-route";
import { readChoices, textOf } from "./read-choices";
import { PROBLEMS, pathWithSlip } from "./slip-paths";

const LONGEST_EMAIL = 320;

/** The form of `/alerts`: looks up a council to add it, or asks for the subscription. */
export const subscribeForm: FormRoute = {
  name: "the form of a subscription",
  page: "/alerts",
  async take(context, form, request) {
    const given = readChoices(form);
    const typedEmail = textOf(form, "email", LONGEST_EMAIL);
    if (textOf(form, "step") === "add" && given.find !== "") {
      const { typed, notOne } = await takeFound(context, given);
      const problems: FieldProblem[] =
        notOne === "unknown" ? [{ field: "council", message: notOneWords(notOne, typed.find) }] : [];
      return pathWithSlip(
        context,
        "/alerts",
        { of: "subscribe", typed, email: typedEmail, problems },
        "councils",
      );
    }

    const checked = await checkChoices(context, given);
    const email = readEmail(typedEmail);
    const problems = [...checked.problems];
    if (email === null)
      problems.push({ field: "email", message: typedEmail === "" ? NO_EMAIL : NOT_AN_EMAIL });
    if (email !== null && checked.choices !== null) {
      const { choices, names } = checked;
      const asked = await requestSubscription(context, { email, choices, names, from: askerOf(request) });
      if (asked.kind === "asked") {
        const slip = { of: "mail-asked", email, what: "confirm" } as const;
        return pathWithSlip(context, "/alerts/check-your-mail", slip);
      }
      problems.push({ field: "form", message: waitWords(asked.minutes) });
    }
    return pathWithSlip(
      context,
      "/alerts",
      { of: "subscribe", typed: checked.typed, email: typedEmail, problems },
      PROBLEMS,
    );
  },
};
