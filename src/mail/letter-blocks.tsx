import { Button, Img } from "react-email";
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
      return <Picture alt={block.alt} />;
    case "notes":
      return <Notes notes={block.notes} />;
    case "facts":
      return <Facts facts={block.facts} />;
    case "action":
      return <Action {...block} />;
    case "group":
      return <Group {...block} />;
    case "quote":
      return <Quote {...block} />;
  }
}

function Statements({ statements }: { readonly statements: readonly Statement[] }) {
  return statements.map(({ text, basis, source }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: written once, never reordered
    <div key={index}>
      <P above={14}>{say(text)}</P>
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
    </div>
  ));
}

function More({ way }: { readonly way: Way }) {
  return (
    <P above={14}>
      <A way={way} />
    </P>
  );
}

function Notes({ notes }: { readonly notes: readonly string[] }) {
  return notes.map((note, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: written once, never reordered
    <P key={index} size="small" ink="soft" above={14}>
      {say(note)}
    </P>
  ));
}

function Picture({ alt }: { readonly alt: string }) {
  return (
    <Img
      className="picture soft"
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
              width="30%"
              className="rule faint"
              style={{ ...cell, paddingRight: 16, fontWeight: 400, color: LIGHT.faint }}
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
          target={undefined}
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
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: written once, never reordered
        <ItemHtml key={index} item={item} first={index === 0} />
      ))}
    </>
  );
}

function ItemHtml({ item, first }: { readonly item: Item; readonly first: boolean }) {
  const { kicker, day, heading, href, statements, more, notes } = item;
  return (
    <>
      <KickerLine kicker={kicker} day={day} above={first ? 16 : 28} />
      <H as="h3" above={3}>
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

function Quote({ lead, heading, lines }: Extract<Block, { kind: "quote" }>) {
  return (
    <>
      <P above={20}>{say(lead)}</P>
      <table role="presentation" width="100%" border={0} cellPadding={0} cellSpacing={0}>
        <tbody>
          <tr>
            <td
              className="rule"
              style={{ paddingLeft: 16, borderLeft: `3px solid ${LIGHT.rule}`, paddingBottom: 2 }}
            >
              <P ink="soft" above={2} bold>
                {say(heading)}
              </P>
              {lines.map((line, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: written once, never reordered
                <P key={index} ink="soft" above={4}>
                  {say(line)}
                </P>
              ))}
            </td>
          </tr>
        </tbody>
      </table>
    </>
  );
}
