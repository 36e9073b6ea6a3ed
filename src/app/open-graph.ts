/** What every page's share card says of the site; a page that says more of itself repeats it, for Next doesn't merge. */
export const OPEN_GRAPH = { siteName: "Safety Valve Tracker", locale: "en_GB", type: "website" } as const;
