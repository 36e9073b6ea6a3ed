import { cookies } from "next/headers";
import { readSaid, SAID_COOKIE, type Said } from "@/shapes/said-shape";

/** What a form that was just sent has to say on this page; null: nothing. */
export async function whatWasSaid(page: string): Promise<Said | null> {
  const said = readSaid((await cookies()).get(SAID_COOKIE)?.value);
  return said?.page === page ? said : null;
}
