import { deleteForm } from "@/server/alerts/end-forms";
import { takeForms } from "@/server/alerts/form-route";

export const dynamic = "force-dynamic";

export const { GET, POST } = takeForms(deleteForm);
