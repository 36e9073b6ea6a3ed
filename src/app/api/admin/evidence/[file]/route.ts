import { answerAdminDownload } from "@/server/forms/answer-admin-download";
import { registerFileShape } from "@/shapes/register-shapes";

export const dynamic = "force-dynamic";

/** A file of the evidence register as it's read next. */
export async function GET(
  request: Request,
  { params }: { readonly params: Promise<{ readonly file: string }> },
): Promise<Response> {
  const file = registerFileShape.safeParse((await params).file);
  return answerAdminDownload(request, "/admin/evidence", (admin) =>
    file.success ? admin.register.export({ file: file.data }) : null,
  );
}
