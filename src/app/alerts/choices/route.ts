import { choicesForm } from "@/server/alerts/choices-form";
import { takeForms } from "@/server/alerts/form-route";

export const dynamic = "force-dynamic";

export const { GET, POST } = takeForms(choicesForm);
