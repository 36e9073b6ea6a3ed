"use client";

import { useSelectedLayoutSegment } from "next/navigation";
import type { ReactNode } from "react";

/** The head and foot of the public site: the admin room has its own. */
export function PublicFrame({ children }: { readonly children: ReactNode }) {
  return useSelectedLayoutSegment() === "admin" ? null : children;
}
