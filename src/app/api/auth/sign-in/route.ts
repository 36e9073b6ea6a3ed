import { frontDoor } from "@/server/context";
import { signIn } from "@/server/sign-in/sign-in";

export const dynamic = "force-dynamic";

export async function POST(request: Request): Promise<Response> {
  return signIn(request, await frontDoor());
}
