import { createRequestContext, frontDoor } from "@/server/context";
import { signOutOfAll } from "@/server/sign-in/sign-out";

export const dynamic = "force-dynamic";

export async function POST(request: Request): Promise<Response> {
  return signOutOfAll(request, await frontDoor(), createRequestContext());
}
