import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, expect, it, vi } from "vitest";
import DesignPage from "./page";

afterEach(() => vi.unstubAllEnvs());

it("shows every component, with nothing that a template forgot", () => {
  const text = renderToStaticMarkup(<DesignPage />).replace(/<[^>]+>/g, " ");
  for (const word of ["undefined", "NaN", "[object", "Invalid Date"]) expect(text).not.toContain(word);
  for (const shown of [
    "No publisher has been reached for 12 days.",
    "Held for a person to look at",
    "We agree.",
    "Something went wrong",
    "Cite this page",
  ])
    expect(text).toContain(shown);
});

it("isn't there in production", () => {
  vi.stubEnv("NODE_ENV", "production");
  expect(() => DesignPage()).toThrow("NEXT_HTTP_ERROR_FALLBACK;404");
});
