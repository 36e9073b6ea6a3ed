"use client";

import { useEffect } from "react";

/** Tells the page that its script has come: clicks that waited go on (wake-page.ts). */
export function Awake() {
  useEffect(() => {
    const told = setTimeout(() => {
      document.documentElement.dataset.awake = "";
      dispatchEvent(new Event("awake"));
    });
    return () => clearTimeout(told);
  }, []);
  return null;
}
