import { changeChoices } from "@/notify/change-choices";
import type { FieldProblem } from "@/shapes/alert-form-shapes";
import { checkChoices, notOneWords, takeFound } from "./check-choices";
import type { FormRoute } from "./form-route";
import { readChoices, textOf } from "./read-choices";
import { managePath, PROBLEMS, pathWithSlip } from "./slip-paths";

/** The form of `/alerts/manage/[token]` that changes what somebody hears of by mail. */
export const choicesForm: FormRoute = {
  name: "a change of choices",
  page: "/alerts/manage",
  async take(context, form) {
    const token = textOf(form, "token");
    const page = managePath(token);
    const given = readChoices(form);
    if (textOf(form, "step") === "add" && given.find !== "") {
      const { typed, notOne } = await takeFound(context, given);
      const problems: FieldProblem[] =
        notOne === "unknown" ? [{ field: "council", message: notOneWords(notOne, typed.find) }] : [];
      return pathWithSlip(context, page, { of: "choices", typed, problems }, "councils");
    }
    const { typed, choices, problems } = await checkChoices(context, given);
    if (choices === null) {
      return pathWithSlip(context, page, { of: "choices", typed, problems: [...problems] }, PROBLEMS);
    }
    const { kind } = await changeChoices(context, token, choices);
    return kind === "changed" ? pathWithSlip(context, page, { of: "done", what: "saved" }) : page;
  },
};
