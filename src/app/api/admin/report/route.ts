import { reportForm } from "@/server/admin-forms/reports";
import { answerAdminForm } from "@/server/forms/answer-admin-form";

export const dynamic = "force-dynamic";

export function POST(request: Request): Promise<Response> {
  return answerAdminForm(request, reportForm);
}
