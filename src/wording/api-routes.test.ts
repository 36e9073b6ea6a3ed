import { readdirSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { API_ROUTES } from "./api-routes";

const APP = fileURLToPath(new URL("../app", import.meta.url));

/** The routes that there are, as their folders name them. */
function routesUnder(folder: string): string[] {
  return readdirSync(join(APP, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(`${sep}route.ts`))
    .map((file) => `/${relative(APP, dirname(join(APP, folder, file)))}`)
    .map((path) => path.replaceAll(sep, "/").replace(/\[([a-z0-9]+)\]/g, "{$1}"));
}

it("tells of every route that there is, and of no other", () => {
  const there = [...routesUnder("api/v1"), ...routesUnder("feeds")];
  expect(API_ROUTES.map(({ route }) => route).sort()).toEqual(there.sort());
});

it.each(API_ROUTES)("$route has examples of its own route", ({ route, examples }) => {
  const pattern = new RegExp(`^${route.replace(/\{\w+\}/g, "[^/?]+")}(\\?.*)?$`);
  for (const example of examples("exampleshire")) expect(example).toMatch(pattern);
});
