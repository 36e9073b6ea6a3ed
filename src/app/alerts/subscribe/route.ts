import { takeForms } from "@/server/alerts/form-route";
import { subscribeForm } from "@/server/alerts/subscribe-form";

export const dynamic = "force-dynamic";

export const { GET, POST } = takeForms(subscribeForm);
