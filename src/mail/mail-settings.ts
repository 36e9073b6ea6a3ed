/** What every message says alike, whatever it tells. */
export interface MailSettings {
  /** The site's own address, "https://example.org", with or without a slash at its end. */
  readonly baseUrl: string;
  /** "Safety Valve Tracker" */
  readonly siteName: string;
  /** Whom readers can write to, if the operator named anybody. */
  readonly contact: string | null;
  /** Of the practice set: at the top and in the subject it says that every council is invented. */
  readonly practice: boolean;
}

/** A message ready to be sent. The picture, where there is one, is shown where the HTML says `cid:picture`. */
export interface RenderedMail {
  /** One line, at most 77 characters. */
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/**
 * What the sender fills in for each recipient. In alerts, digests and corrections `manage` and `unsubscribe` stand
 * once in the HTML and once in the text, each within a link; nobody's words can bring in another. Why somebody got
 * the message is worded so that it's true of all its recipients, so there is nothing to be filled in for that.
 */
export const PLACEHOLDER = { manage: "{{manage}}", unsubscribe: "{{unsubscribe}}" } as const;
