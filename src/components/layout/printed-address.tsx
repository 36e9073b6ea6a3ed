"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useEffect } from "react";
import { formatDay } from "@/wording/dates";

/**
 * Where a printed page can be found again, filters and all. With script it also stands at the foot of every sheet
 * with the day of printing: print.css takes it from there.
 */
export function PrintedAddress({ site }: { /** No slash at the end. */ readonly site: string }) {
  const here = usePathname();
  // An address that is the key to somebody's alerts isn't for paper.
  const secret = here.startsWith("/alerts");
  const path = secret ? "/alerts" : here;
  const query = useSearchParams().toString();
  const address = `${site}${path === "/" ? "" : path}${query === "" || secret ? "" : `?${query}`}`;
  useEffect(() => {
    const tell = () => {
      const text = `${address}, printed on ${formatDay(new Date().toISOString())}`;
      document.documentElement.style.setProperty("--printed-from", JSON.stringify(text));
    };
    tell();
    // A page left open is printed on another day.
    addEventListener("beforeprint", tell);
    return () => removeEventListener("beforeprint", tell);
  }, [address]);
  return address;
}
