/**
 * Runs in a reader's browser, as a part of a sleeping page: nothing from outside this function is there.
 *
 * A page can be read, followed and printed without script. What script adds comes when somebody begins to use the
 * page: points, touches, scrolls, types. A click on what acts in place (`data-live`) waits for it.
 *
 * @param files the scripts that wait: first the one that tells the others what the page is made of
 */
export function wakePage(files: readonly string[]): void {
  const signs = [
    "pointermove",
    "pointerdown",
    "touchstart",
    "keydown",
    "focusin",
    "scroll",
    "wheel",
    "input",
  ];
  /** After that a click does what it does without script. */
  const longestWaitMs = 3_000;
  const drawnAfterMs = 500;
  let clicked: HTMLElement | null = null;

  const goOn = () => {
    removeEventListener("click", hold, true);
    const target = clicked;
    clicked = null;
    if (target?.isConnected) target.click();
  };
  const hold = (event: MouseEvent) => {
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-live]") : null;
    const inPlace = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (target === null || !inPlace) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (clicked === null) setTimeout(goOn, longestWaitMs);
    clicked = target;
  };
  const load = (file: string, then?: () => void) => {
    const script = document.createElement("script");
    script.src = file;
    script.addEventListener("error", goOn);
    if (then) script.addEventListener("load", then);
    document.head.append(script);
  };
  const wake = (event: Event) => {
    // A browser tells of a pointer that lies still under a page that moves; only a hand moves the pointer.
    if (event instanceof PointerEvent && event.type === "pointermove") {
      if (event.movementX === 0 && event.movementY === 0) return;
    }
    for (const sign of signs) removeEventListener(sign, wake, true);
    const [first = "", ...rest] = files;
    load(first, () => {
      for (const file of rest) load(file);
    });
  };
  const fetchAhead = () => {
    for (const file of files) {
      const link = document.createElement("link");
      link.rel = "prefetch";
      link.as = "script";
      link.href = file;
      document.head.append(link);
    }
  };

  for (const sign of signs) addEventListener(sign, wake, { capture: true, passive: true });
  addEventListener("click", hold, true);
  addEventListener("awake", goOn, { once: true });
  // Once the page is drawn: a slow phone has enough to do until then.
  const idle: (then: () => void) => unknown =
    "requestIdleCallback" in globalThis ? requestIdleCallback : (then) => setTimeout(then);
  addEventListener("load", () => setTimeout(() => idle(fetchAhead), drawnAfterMs), { once: true });
  try {
    // Whoever was here before is told at once what changed since.
    if (localStorage.getItem("visits") !== null) addEventListener("load", wake, { once: true });
  } catch {
    // A browser that keeps nothing has nothing to compare with.
  }
}
