import { Button, Img, Link } from "react-email";
import type { Block, Fact, Item, Statement, Way } from "./letter";
import { LIGHT } from "./mail-colours";
import { A, H, KickerLine, P, say } from "./mail-elements";

/** As wide as the column within its margins. */
const PICTURE_WIDTH = 536;

export function BlockHtml({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case "paragraph":
      return <P above={16}>{say(block.text)}</P>;
    case "statements":
      return (
        <>
          <Statements statements={block.statements} />
          {block.more === null ? null : <More way={block.more} />}
        </>
      );
    case "picture":
      return <Picture {...block} />;
    case "notes":
      return <Notes notes={block.notes} above={block.apart ? 36 : 14} />;
    case "facts":
      return <Facts facts={block.facts} />;
    case "action":
      return <Action {...block} />;
    case "items":
      return <Items items={block.items} under="h1" />;
    case "group":
      return <Group {...block} />;
  }
}

function Statements({ statements }: { readonly statements: readonly Statement[] }) {
  return statements.map((statement, index) =>
    statement.figure === null ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: written once, never reordered
      <div key={index}>
        <P above={14}>{say(statement.text)}</P>
        <Footing {...statement} />
      </div>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: written once, never reordered
      <FigureRow key={index} {...statement} figure={statement.figure} />
    ),
  );
}

/** A sum at the right edge, under the one before it. */
function FigureRow({
  figure,
  ...statement
}: Statement & { readonly figure: NonNullable<Statement["figure"]> }) {
  return (
    <table
      role="presentation"
      className="rule"
      width="100%"
      border={0}
      cellPadding={0}
      cellSpacing={0}
      style={{ margin: "10px 0 0", borderTop: `1px solid ${LIGHT.rule}` }}
    >
      <tbody>
        <tr>
          <td style={{ padding: "9px 16px 0 0", verticalAlign: "top" }}>
            <P>{say(figure.label)}</P>
          </td>
          <td align="right" style={{ padding: "9px 0 0", verticalAlign: "top", whiteSpace: "nowrap" }}>
            <P bold>{say(figure.amount)}</P>
          </td>
        </tr>
        <tr>
          <td colSpan={2}>
            <Footing {...statement} />
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function Footing({ basis, source }: Pick<Statement, "basis" | "source">) {
  return (
    <>
      {basis === null ? null : (
        <P size="small" ink="faint" above={3}>
          {say(`Basis: ${basis}`)}
        </P>
      )}
      {source === null ? null : (
        <P size="small" ink="faint" above={3}>
          {"Source: "}
          {source.href === null ? say(source.title) : <A way={{ label: source.title, href: source.href }} />}
          {source.where === "" ? "" : say(`, ${source.where}`)}
        </P>
      )}
    </>
  );
}

function More({ way }: { readonly way: Way }) {
  return (
    <P above={14}>
      <A way={way} />
    </P>
  );
}

function Notes({ notes, above = 14 }: { readonly notes: readonly string[]; readonly above?: number }) {
  return notes.map((note, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: written once, never reordered
    <P key={index} size="small" ink="soft" above={above}>
      {say(note)}
    </P>
  ));
}

function Picture({ alt, href }: Omit<Extract<Block, { kind: "picture" }>, "kind">) {
  return (
    <Link className="accent" href={href}>
      <Img
        className="soft"
        src="cid:picture"
        alt={say(alt)}
        width={PICTURE_WIDTH}
        style={{
          width: "100%",
          maxWidth: PICTURE_WIDTH,
          height: "auto",
          margin: "24px 0 0",
          // How the words look where pictures are off.
          ...{ color: LIGHT.soft, fontSize: 15, lineHeight: "22px" },
        }}
      />
    </Link>
  );
}

function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <table
      className="rule"
      width="100%"
      border={0}
      cellPadding={0}
      cellSpacing={0}
      style={{ margin: "20px 0 0", borderBottom: `1px solid ${LIGHT.rule}` }}
    >
      <tbody>
        {facts.map(({ label, values }) => (
          <tr key={label}>
            <th
              scope="row"
              align="left"
              className="rule faint"
              style={{ ...cell, width: "30%", paddingRight: 16, fontWeight: 400, color: LIGHT.faint }}
            >
              {say(label)}
            </th>
            <td className="rule ink" style={{ ...cell, color: LIGHT.ink }}>
              {values.map((value, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: written once, never reordered
                <div key={index}>{say(value)}</div>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const cell = {
  padding: "9px 0",
  verticalAlign: "top",
  borderTop: `1px solid ${LIGHT.rule}`,
  fontSize: 15,
  lineHeight: "23px",
} as const;

function Action({ way, address, note }: Extract<Block, { kind: "action" }>) {
  return (
    <>
      <p style={{ margin: "28px 0 0" }}>
        <Button
          className="press"
          href={way.href}
          style={{
            padding: "12px 20px",
            borderRadius: 3,
            backgroundColor: LIGHT.accent,
            color: LIGHT.paper,
            fontSize: 16,
            fontWeight: 600,
          }}
        >
          {say(way.label)}
        </Button>
      </p>
      {address === null ? null : (
        <P size="small" ink="faint" above={12}>
          {address}
        </P>
      )}
      {note === null ? null : (
        <P size="small" ink="soft" above={16}>
          {say(note)}
        </P>
      )}
    </>
  );
}

function Group({ heading, href, items }: Extract<Block, { kind: "group" }>) {
  return (
    <>
      <div
        className="edge"
        style={{ margin: "36px 0 0", paddingTop: 14, borderTop: `1px solid ${LIGHT.edge}` }}
      >
        <H as="h2">{href === null ? say(heading) : <A way={{ label: heading, href }} ink="ink" />}</H>
      </div>
      <Items items={items} under="h2" />
    </>
  );
}

function Items({ items, under }: { readonly items: readonly Item[]; readonly under: "h1" | "h2" }) {
  return items.map((item, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: written once, never reordered
    <ItemHtml key={index} item={item} level={under === "h1" ? "h2" : "h3"} first={index === 0} />
  ));
}

function ItemHtml({
  item,
  level,
  first,
}: {
  readonly item: Item;
  readonly level: "h2" | "h3";
  readonly first: boolean;
}) {
  const { kicker, day, heading, href, statements, more, notes } = item;
  return (
    <>
      <KickerLine kicker={kicker} day={day} above={first ? 16 : 28} />
      <H as={level} look="h3" above={3}>
        <A way={{ label: heading, href }} />
      </H>
      <Statements statements={statements} />
      {more === null ? null : (
        <P size="small" ink="faint" above={10}>
          {say(more.label)}
        </P>
      )}
      <Notes notes={notes} />
    </>
  );
}
