/**
 * What RFC 3463 lets a server say of a mailbox that isn't there and won't be: no such mailbox (1.1), no such address
 * (1.3), moved away (1.6), a domain that takes no mail (1.10), disabled (2.1). Not a full one, not quotas, not policy,
 * and not what a server says of itself or of us.
 */
const GONE = /^5\d\d[ -]5\.(1\.1|1\.3|1\.6|1\.10|2\.1)(?!\d)/;

/** Whether a mail server's answer says that this mailbox is gone for good. @param answer as it came, code first */
export function isMailboxGone(answer: string): boolean {
  return GONE.test(answer);
}
