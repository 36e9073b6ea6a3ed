import { takeForms } from "@/server/alerts/form-route";
import { linkForm } from "@/server/alerts/link-form";

export const dynamic = "force-dynamic";

export const { GET, POST } = takeForms(linkForm);
