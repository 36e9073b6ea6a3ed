import { confirmForm } from "@/server/alerts/confirm-form";
import { takeForms } from "@/server/alerts/form-route";

export const dynamic = "force-dynamic";

export const { GET, POST } = takeForms(confirmForm);
