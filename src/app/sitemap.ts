import type { MetadataRoute } from "next";
import { caller } from "@/trpc/server";
import { addressOf } from "./site-address";

export const dynamic = "force-dynamic";

/** When each page last changed is said only where it is known: a false date makes all dates worthless. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const { councils, flags, figuresChangedAt, newestChangeAt } = await caller.siteMap.pages();
  const entry = (path: string, changedAt: string | null = null) => ({
    url: addressOf(path),
    ...(changedAt === null ? {} : { lastModified: changedAt }),
  });
  return [
    entry("/", figuresChangedAt),
    entry("/authorities", figuresChangedAt),
    entry("/compare", figuresChangedAt),
    entry("/flags", figuresChangedAt),
    entry("/changes", newestChangeAt),
    ...[
      "/alerts",
      "/sources",
      "/methodology",
      "/data",
      "/developers",
      "/about",
      "/accessibility",
      "/privacy",
    ].map((path) => entry(path)),
    ...councils.map(({ name, changedAt }) => entry(`/authorities/${name}`, changedAt)),
    ...flags.map(({ name, changedAt }) => entry(`/flags/${name}`, changedAt)),
  ];
}
