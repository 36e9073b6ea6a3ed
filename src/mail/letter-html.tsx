import { Body, Container, Head, Html, Link, Preview } from "react-email";
import { LICENCE, NOT_AFFILIATED, PRACTICE_NOTICE } from "@/wording/messages";
import type { Letter } from "./letter";
import { BlockHtml } from "./letter-blocks";
import { siteLink } from "./link";
import { LIGHT } from "./mail-colours";
import { A, Band, H, KickerLine, P, say } from "./mail-elements";
import { SANS, SERIF } from "./mail-fonts";
import type { MailSettings } from "./mail-settings";
import { MAIL_STYLES } from "./mail-styles";
import { clipped, plainWords } from "./plain-words";

const COLUMN = 600;
/** What mailboxes show beside the subject. */
const PREHEADER = 140;

interface Props {
  readonly letter: Letter;
  readonly subject: string;
  readonly settings: MailSettings;
}

/** The letter as one calm column, without anything that would have to be fetched. */
export function LetterHtml({ letter, subject, settings }: Props) {
  return (
    <Html lang="en-GB">
      <Head>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no" />
        <title>{subject}</title>
        <style>{MAIL_STYLES}</style>
      </Head>
      <Body
        className="paper"
        lang="en-GB"
        style={{ backgroundColor: LIGHT.paper, margin: 0, fontFamily: SANS }}
      >
        <Preview useTitleTag={false}>{clipped(letter.preheader, PREHEADER)}</Preview>
        {/* biome-ignore lint/a11y/useSemanticElements: mail clients drop an <article> */}
        <div role="article" aria-roledescription="email" aria-label={subject} lang="en-GB">
          <Container className="paper column" width={COLUMN} style={{ maxWidth: COLUMN }} tdClassName="paper">
            {settings.practice ? <PracticeBand /> : null}
            <Masthead settings={settings} />
            <Band above={28}>
              {letter.kicker === null ? null : <KickerLine kicker={letter.kicker} />}
              <H as="h1" above={letter.kicker === null ? 0 : 6}>
                {say(letter.heading)}
              </H>
              {letter.under === null ? null : (
                <P size="small" ink="faint" above={8}>
                  {say(letter.under)}
                </P>
              )}
            </Band>
            <Band above={4} below={40}>
              {letter.blocks.map((block, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: written once, never reordered
                <BlockHtml key={index} block={block} />
              ))}
            </Band>
            <Foot letter={letter} settings={settings} />
          </Container>
        </div>
      </Body>
    </Html>
  );
}

function PracticeBand() {
  return (
    <Band
      className="notice noticeEdge"
      above={12}
      below={12}
      style={{ backgroundColor: LIGHT.notice, borderBottom: `4px solid ${LIGHT.noticeEdge}` }}
    >
      <P size="small" bold>
        {PRACTICE_NOTICE}
      </P>
    </Band>
  );
}

function Masthead({ settings }: { readonly settings: MailSettings }) {
  return (
    <Band above={24}>
      <p
        className="edge"
        style={{
          margin: 0,
          paddingBottom: 12,
          borderBottom: `1px solid ${LIGHT.edge}`,
          ...{ fontFamily: SERIF, fontSize: 18, lineHeight: "24px" },
        }}
      >
        <Link className="ink" href={siteLink(settings, "/")} style={{ color: LIGHT.ink, fontWeight: 600 }}>
          {say(settings.siteName)}
        </Link>
      </p>
    </Band>
  );
}

function Foot({ letter: { why, ways, figures }, settings: { contact } }: Omit<Props, "subject">) {
  return (
    <Band below={40}>
      <div className="edge" style={{ borderTop: `1px solid ${LIGHT.edge}`, paddingTop: 18 }}>
        <P size="small" ink="soft">
          {say(why)}
        </P>
        {ways.map((way) => (
          <P key={way.href} size="small" ink="soft" above={8}>
            <A way={way} />
          </P>
        ))}
        {contact === null ? null : (
          <P size="small" ink="soft" above={8}>
            {"Something wrong? Write to us: "}
            <A way={{ label: contact, href: `mailto:${encodeURI(plainWords(contact))}` }} />
          </P>
        )}
        <P size="small" ink="faint" above={18}>
          {figures ? (
            <>
              {`${LICENCE.lead} `}
              <A way={{ label: LICENCE.name, href: LICENCE.href }} ink="faint" />
              {". "}
            </>
          ) : null}
          {NOT_AFFILIATED}
        </P>
      </div>
    </Band>
  );
}
