import { frontDoor } from "@/server/context";
import { signOut } from "@/server/sign-in/sign-out";

export const dynamic = "force-dynamic";

export async function POST(request: Request): Promise<Response> {
  return signOut(request, await frontDoor());
}
