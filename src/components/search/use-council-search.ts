import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { CouncilSearch } from "@/shapes/search-shapes";
import { useTRPC } from "@/trpc/react";
import { useSettled } from "./use-settled";

/** Long enough to type the next letter, too short to wait for. */
const PAUSE_MS = 150;
const LONGEST = 100;

/** The councils that answer to what is typed; null before there is an answer to anything. */
export function useCouncilSearch(typed: string): CouncilSearch | null {
  const trpc = useTRPC();
  const q = useSettled(typed.trim().slice(0, LONGEST), PAUSE_MS);
  const { data } = useQuery({
    ...trpc.authorities.search.queryOptions({ q }),
    enabled: q !== "",
    // The last answer stays until the next one comes, so that the list doesn't flicker.
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  return typed.trim() === "" || q === "" ? null : (data ?? null);
}
