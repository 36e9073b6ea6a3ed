import type { Endpoint } from "./endpoint";
import { notFound } from "./problem";

/** Whatever else is asked under `/api`. */
export const unknownRouteEndpoint: Endpoint<object> = {
  parameters: "ignored",
  async answer(_, __, request) {
    throw notFound(`There is nothing at ${new URL(request.url).pathname}.`);
  },
};
