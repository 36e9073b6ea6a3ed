import { verdictsForm } from "@/server/admin-forms/flags";
import { answerAdminForm } from "@/server/forms/answer-admin-form";

export const dynamic = "force-dynamic";

export function POST(request: Request): Promise<Response> {
  return answerAdminForm(request, verdictsForm);
}
