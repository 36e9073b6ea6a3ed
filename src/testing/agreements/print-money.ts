/** How a column prints its money. Amounts have to be exact in it: `printMoney` refuses to round. */
export interface MoneyStyle {
  readonly unit: "million" | "thousand" | "pound";
  readonly decimals: 0 | 1 | 2 | 3;
  /** A pound sign in the cell itself. */
  readonly pound: boolean;
  /** The unit in the cell itself; empty: only the heading tells it. */
  readonly suffix: "" | "m" | " million" | "\u00a0m" | "k";
  /** `hyphen` -£3.2, `minus` −£3.2 with U+2212, `brackets` (£3.2), `inner` £-3.2 */
  readonly negative: "hyphen" | "minus" | "brackets" | "inner";
  readonly zero?: "figure" | "nil";
  /** Between pound sign and figure. */
  readonly gap?: "" | "\u00a0";
}

const PENCE = { million: 100_000_000, thousand: 100_000, pound: 100 } as const;

/** @throws when the amount isn't exact in this style: a rounded print would make the expected reading wrong */
export function printMoney(pence: number, style: MoneyStyle): string {
  if (pence === 0 && style.zero === "nil") return "nil";
  const scaled = (Math.abs(pence) * 10 ** style.decimals) / PENCE[style.unit];
  if (!Number.isInteger(scaled))
    throw new Error(`${pence} pence can't be printed with ${style.decimals} decimals.`);
  const digits = String(scaled).padStart(style.decimals + 1, "0");
  const whole = digits.slice(0, digits.length - style.decimals).replace(/\B(?=(?:\d{3})+$)/g, ",");
  const fraction = style.decimals === 0 ? "" : `.${digits.slice(-style.decimals)}`;
  const figure = `${whole}${fraction}`;
  const sign = style.pound ? `£${style.gap ?? ""}` : "";
  if (pence >= 0) return `${sign}${figure}${style.suffix}`;
  switch (style.negative) {
    case "hyphen":
      return `-${sign}${figure}${style.suffix}`;
    case "minus":
      return `\u2212${sign}${figure}${style.suffix}`;
    case "brackets":
      return `(${sign}${figure}${style.suffix})`;
    case "inner":
      return `${sign}-${figure}${style.suffix}`;
  }
}

/** "£20.5 million" with as many decimals as the sum needs, one at least. */
export function proseMoney(pence: number): string {
  const decimals = ([1, 2, 3] as const).find((count) =>
    Number.isInteger((pence * 10 ** count) / PENCE.million),
  );
  if (!decimals)
    return printMoney(pence, { unit: "pound", decimals: 0, pound: true, suffix: "", negative: "hyphen" });
  return printMoney(pence, {
    unit: "million",
    decimals,
    pound: true,
    suffix: " million",
    negative: "hyphen",
  });
}

/** The unit as a heading says it; empty when every cell says its own. */
export function unitInHeading(style: MoneyStyle): string {
  if (style.suffix !== "") return "";
  return { million: "£m", thousand: "£000s", pound: "£" }[style.unit];
}
