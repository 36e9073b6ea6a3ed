/*
 * Fonts that mailboxes have, since a mail fetches none. Names of several words stand without quotation marks, which
 * would have to be escaped within an attribute.
 */
export const SANS = "-apple-system, Segoe UI, Roboto, Helvetica, Arial, sans-serif";
export const SERIF = "Georgia, Times New Roman, serif";
