const ADDRESS = /^[^\s@<>"(),;:\\]+@[^\s@<>"(),;:\\]+\.[^\s@<>"(),;:\\.]+$/;
const LONGEST = 254;

/** An e-mail address as it is compared and stored: without blanks around it, in small letters. Null: it isn't one. */
export function readEmail(text: string): string | null {
  const email = text.trim().toLowerCase();
  return email.length <= LONGEST && ADDRESS.test(email) ? email : null;
}
