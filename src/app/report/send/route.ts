import { takeForms } from "@/server/alerts/form-route";
import { reportForm } from "@/server/reports/report-form";

export const dynamic = "force-dynamic";

export const { GET, POST } = takeForms(reportForm);
