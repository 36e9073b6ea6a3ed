"use client";

import { type ReactNode, useEffect, useRef } from "react";

/** What is pointed at on the map is marked in the list, and the other way round. Without script nothing is lost. */
export function PointedTogether({ children }: { readonly children: ReactNode }) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const root = frame.current;
    if (root === null) return;
    const mark = (event: Event) => {
      const target = event.target instanceof Element ? event.target.closest("[data-council]") : null;
      const council = event.type === "pointerleave" ? null : (target?.getAttribute("data-council") ?? null);
      for (const one of root.querySelectorAll("[data-council]")) {
        one.classList.toggle("hex-pointed", one.getAttribute("data-council") === council);
      }
    };
    const when = ["pointerover", "pointerleave", "focusin", "focusout"];
    for (const name of when) root.addEventListener(name, mark);
    return () => {
      for (const name of when) root.removeEventListener(name, mark);
    };
  }, []);
  return <div ref={frame}>{children}</div>;
}
