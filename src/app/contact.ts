/** Whom readers can write to, if the operator named anybody: an empty setting is no setting. */
export function contactEmail(): string | null {
  return process.env.CONTACT_EMAIL?.trim() || null;
}
