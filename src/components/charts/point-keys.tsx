"use client";

import { type ReactNode, useEffect, useRef } from "react";

/**
 * One stop of the tabulator for all points of a chart, arrow keys from point to point, Escape to put away the words.
 *
 * Without script every point is a stop of its own, and the words come as well.
 */
export function PointKeys({ children }: { readonly children: ReactNode }) {
  const frame = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const chart = frame.current;
    if (!chart) return;
    const pointsBeside = (point: Element) => [
      ...(point.closest("svg")?.querySelectorAll<HTMLElement>(".chart-point") ?? []),
    ];
    for (const drawing of chart.querySelectorAll("svg.chart-targets")) {
      for (const [index, point] of [...drawing.querySelectorAll<HTMLElement>(".chart-point")].entries())
        point.tabIndex = index === 0 ? 0 : -1;
    }
    const onKey = (event: KeyboardEvent) => {
      const point = event.target instanceof Element ? event.target.closest(".chart-point") : null;
      if (!point) return;
      const points = pointsBeside(point);
      if (event.key === "Escape") for (const one of points) one.toggleAttribute("data-quiet", true);
      const next = nextOf(event.key, points.indexOf(point as HTMLElement), points.length);
      if (next === null) return;
      event.preventDefault();
      for (const one of points) one.tabIndex = -1;
      const goal = points[next];
      if (goal) {
        goal.tabIndex = 0;
        goal.focus();
      }
    };
    const onLeave = (event: Event) => {
      if (event.target instanceof Element) event.target.removeAttribute("data-quiet");
    };
    chart.addEventListener("keydown", onKey);
    chart.addEventListener("focusout", onLeave);
    chart.addEventListener("pointerout", onLeave);
    return () => {
      chart.removeEventListener("keydown", onKey);
      chart.removeEventListener("focusout", onLeave);
      chart.removeEventListener("pointerout", onLeave);
    };
  }, []);

  return <div ref={frame}>{children}</div>;
}

function nextOf(key: string, at: number, count: number): number | null {
  switch (key) {
    case "ArrowRight":
    case "ArrowDown":
      return Math.min(at + 1, count - 1);
    case "ArrowLeft":
    case "ArrowUp":
      return Math.max(at - 1, 0);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}
