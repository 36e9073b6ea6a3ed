import { batchForm } from "@/server/admin-forms/alerts";
import { answerAdminForm } from "@/server/forms/answer-admin-form";

export const dynamic = "force-dynamic";

export function POST(request: Request): Promise<Response> {
  return answerAdminForm(request, batchForm);
}
