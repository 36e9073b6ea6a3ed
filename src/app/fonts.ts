import localFont from "next/font/local";

// A letter that comes late isn't shown until the next page: text that moves under the eye is worse than a plain face.
/** Headlines and verdict sentences. */
export const sourceSerif = localFont({
  src: "../../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2",
  weight: "200 900",
  display: "optional",
  adjustFontFallback: "Times New Roman",
  variable: "--font-source-serif",
});

/** Everything else; its figures can stand in columns. */
export const publicSans = localFont({
  src: "../../node_modules/@fontsource-variable/public-sans/files/public-sans-latin-wght-normal.woff2",
  weight: "100 900",
  display: "optional",
  adjustFontFallback: "Arial",
  variable: "--font-public-sans",
});
