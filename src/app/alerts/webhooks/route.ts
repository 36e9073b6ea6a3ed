import { takeForms } from "@/server/alerts/form-route";
import { webhookForm } from "@/server/alerts/webhook-form";

export const dynamic = "force-dynamic";

export const { GET, POST } = takeForms(webhookForm);
