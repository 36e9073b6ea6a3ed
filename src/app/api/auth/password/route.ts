import { createRequestContext, frontDoor } from "@/server/context";
import { setPassword } from "@/server/sign-in/set-password";

export const dynamic = "force-dynamic";

export async function POST(request: Request): Promise<Response> {
  return setPassword(request, await frontDoor(), createRequestContext());
}
