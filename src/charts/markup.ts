import { Fragment, isValidElement, type ReactNode } from "react";

/**
 * A drawing as the text of an SVG document.
 *
 * Next gives routes no `react-dom/server`, and a drawing needs none of it: its parts are plain functions without
 * state. Elements of SVG only; an attribute that SVG spells in camel case keeps it.
 */
export function toMarkup(node: ReactNode): string {
  if (node === null || node === undefined || typeof node === "boolean") return "";
  if (Array.isArray(node)) return node.map((child: ReactNode) => toMarkup(child)).join("");
  if (!isValidElement<Readonly<Record<string, unknown>>>(node)) return escapeMarkup(String(node));
  const { type, props } = node;
  if (type === Fragment) return toMarkup(props.children as ReactNode);
  if (typeof type === "function") return toMarkup((type as (given: typeof props) => ReactNode)(props));
  const name = String(type);
  const attributes = Object.entries(props)
    .filter(([key, value]) => key !== "children" && value !== undefined && value !== null && value !== false)
    .map(([key, value]) => ` ${attributeName(key)}="${escapeMarkup(String(value))}"`)
    .join("");
  const inside = toMarkup(props.children as ReactNode);
  return inside === "" ? `<${name}${attributes}/>` : `<${name}${attributes}>${inside}</${name}>`;
}

/** Of the attributes that our drawings use, these stay as they are. */
const CAMEL = ["viewBox", "preserveAspectRatio", "gradientUnits"];

function attributeName(key: string): string {
  if (key === "className") return "class";
  return CAMEL.includes(key) ? key : key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

export function escapeMarkup(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
