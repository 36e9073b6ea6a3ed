import type { MetadataRoute } from "next";
import { isPractice } from "./practice";

export const dynamic = "force-dynamic";

export default function manifest(): MetadataRoute.Manifest {
  return {
    name: isPractice() ? "Safety Valve Tracker (practice)" : "Safety Valve Tracker",
    short_name: "Safety Valve",
    lang: "en-GB",
    start_url: "/",
    display: "browser",
    background_color: "#fbfaf6",
    theme_color: "#fbfaf6",
    icons: [{ src: "/icon.svg", type: "image/svg+xml", sizes: "any" }],
  };
}
