const ADDRESS = /[^\s@<>"'(),;:[\]\\]+@[^\s@<>"'(),;:[\]\\]+/g;

/** An e-mail address so that whoever knows it recognises it, and nobody else can write to it: "a…@example.org". */
export function maskAddress(email: string): string {
  const at = email.lastIndexOf("@");
  const [first = ""] = email;
  return at <= 0 ? "…" : `${first}…${email.slice(at)}`;
}

/** A text with every e-mail address in it masked: mail servers repeat addresses in their answers. */
export function maskAddresses(text: string): string {
  return text.replace(ADDRESS, maskAddress);
}

/** Whether a text has an e-mail address in it. */
export function hasAddress(text: string): boolean {
  return maskAddresses(text) !== text;
}

/** Where a webhook is called, without its path: that may hold what only its owner should know. */
export function maskWebhook(url: string): string {
  return URL.canParse(url) ? `${new URL(url).origin}/…` : "…";
}
