import { TRPCError } from "@trpc/server";
import { caller } from "@/trpc/server";

export type User = Awaited<ReturnType<typeof caller.admin.me>>;

/** Whoever asks for this page, if they are signed in. */
export async function whoIsSignedIn(): Promise<User | null> {
  try {
    return await caller.admin.me();
  } catch (error) {
    if (error instanceof TRPCError && error.code === "UNAUTHORIZED") return null;
    throw error;
  }
}
