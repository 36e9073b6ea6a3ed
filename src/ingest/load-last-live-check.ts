import type { Context } from "@/context";

/** When a publisher was last asked, whether or not anybody answered; null when that was never. */
export async function loadLastLiveCheck(context: Pick<Context, "database">): Promise<Date | null> {
  const { _max } = await context.database.sourceAddress.aggregate({
    where: { origin: "live" },
    _max: { lastCheckedAt: true },
  });
  return _max.lastCheckedAt;
}
