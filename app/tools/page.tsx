import type { Metadata } from "next";
import { headers } from "next/headers";
import { BookmarkLink } from "../../components/catalogue/bookmark-link.tsx";
import { Doc } from "../../components/catalogue/doc.tsx";
import { bookmarklet, formSnippet } from "../../components/catalogue/snippets.ts";
import { Copyable } from "../../components/ui/copyable.tsx";
import { Page } from "../../components/ui/page.tsx";
import { Section } from "../../components/ui/section.tsx";
import { originOf } from "../../lib/http/headers.ts";

export const metadata: Metadata = {
  title: "Tools",
  description:
    "A form for support pages, a bookmarklet, a command line and an MCP endpoint: the same checks where you need them.",
};

/** The same checks from elsewhere: other pages, the browser, a terminal, a language model. */
export default async function ToolsPage() {
  const origin = originOf(await headers());
  return (
    <Page search="" narrow>
      <Doc title="Tools" lead="The same checks from your support pages, your browser, a terminal or a language model.">
        <Section title="A form for your support pages" id="form">
          <p>
            Plain HTML: no script, no frame, nothing loaded from here. It opens our form with the address filled in.
            Your reader presses Check there, so nothing is started in anybody’s name.
          </p>
          <Copyable label="the form">{formSnippet(origin)}</Copyable>
          <p className="mt-3">
            Fields named <code>from</code>, <code>helo</code> and <code>selector</code> fill in the options. A page with
            a content security policy has to allow <code>form-action {origin}</code>. A link does the same:
          </p>
          <Copyable label="the link">{`${origin}/?q=203.0.113.20`}</Copyable>
        </Section>
        <Section title="A bookmarklet" id="bookmarklet">
          <p>
            Select an address or a name on any page, in a log or a bounce, and press the bookmark. With nothing selected
            it takes the name of the site you are on. Only that text is sent.
          </p>
          <p className="mt-3">
            <BookmarkLink code={bookmarklet(origin)}>Check with Nameplate</BookmarkLink>
          </p>
          <p className="mt-3 needs-script">
            Drag this button to the bookmarks bar. Or make a bookmark with this address:
          </p>
          <Copyable label="the bookmarklet">{bookmarklet(origin)}</Copyable>
        </Section>
        <Section title="The command line" id="command-line">
          <p>From a clone of the source, without a server; it asks from the machine it runs on:</p>
          <Copyable label="check an address">npx nameplate 203.0.113.10</Copyable>
          <Copyable label="read a bounce">{"npx nameplate bounce < bounce.eml"}</Copyable>
          <Copyable label="compare servers">npx nameplate pool servers.txt</Copyable>
          <p className="mt-3">
            <code>--json</code> gives the report of the API, <code>--ndjson</code> each verdict as it is judged. The
            exit code is the status: 0 nothing to do, 1 warnings, 2 some receivers refuse such mail, 3 could not be
            found out. Monitoring plugins use the same numbers.
          </p>
        </Section>
        <Section title="Language models" id="mcp">
          <p>
            An endpoint of the Model Context Protocol, streamable HTTP, without a key or a session. Enter it as a remote
            server:
          </p>
          <Copyable label="the endpoint">{`${origin}/mcp`}</Copyable>
          <p className="mt-3">
            Its tools are <code>check</code>, <code>read_report</code> and <code>read_bounce</code>. The limits are
            those of the page. What other people’s servers and DNS records said is marked as data in every answer.
          </p>
        </Section>
        <Section title="Your own programs" id="programs">
          <p>
            <a href="/api">The API</a> has all of it as JSON.
          </p>
        </Section>
      </Doc>
    </Page>
  );
}
