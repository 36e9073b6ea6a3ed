import { ALERT_KINDS, FREQUENCIES } from "@/domain/alerts/alert";
import type { TypedChoices } from "./slip";

const LONGEST = 200;
const MOST_COUNCILS = 200;

/** A field of a form as text: one line, without what no field of ours can hold. */
export function textOf(form: FormData, name: string, longest = LONGEST): string {
  return clean(form.get(name)).slice(0, longest);
}

/** What a form says of councils, kinds and frequency. What no field of it can say counts as not said. */
export function readChoices(form: FormData): TypedChoices {
  const kinds = form.getAll("kind").map(clean);
  const frequency = textOf(form, "frequency");
  return {
    everyCouncil: textOf(form, "councils") === "all",
    councils: [...new Set(form.getAll("council").map(clean))]
      .filter((slug) => slug !== "" && slug.length <= LONGEST)
      .slice(0, MOST_COUNCILS),
    find: textOf(form, "find"),
    kinds: ALERT_KINDS.filter((kind) => kinds.includes(kind)),
    frequency: FREQUENCIES.find((one) => one === frequency) ?? "weekly",
  };
}

function clean(value: FormDataEntryValue | null): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
  return typeof value === "string" ? value.replace(/[\u0000-\u001f\u007f]/g, " ").trim() : "";
}
