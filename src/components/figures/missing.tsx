/** The reason for a figure's absence, in its own words and visibly not a number. */
export function Missing({ reason }: { readonly reason: string }) {
  return <span className="text-ink-faint italic">{reason}</span>;
}
