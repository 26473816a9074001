import type { Metadata } from "next";
import { headers } from "next/headers";
import { Doc } from "../../components/catalogue/doc.tsx";
import { PoolForm, type PoolFormState } from "../../components/pool/pool-form.tsx";
import { Page } from "../../components/ui/page.tsx";
import { type ClaimFields, parseClaims, text as sentence } from "../../lib/checks/index.ts";
import { originOf } from "../../lib/http/headers.ts";
import { readList } from "../../lib/service/pools/read-list.ts";
import { readPool } from "../../lib/service/pools/read-pool.ts";
import { vantage } from "../../lib/service/service-vantage.ts";
import { isId } from "../../lib/service/store/ids.ts";

type Query = Readonly<Record<string, string | string[] | undefined>>;

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: "Several addresses",
    description:
      "Paste the addresses, ranges or host names your mail leaves from, or a domain: see which one does not match the others, and why.",
    // Filled in by a link, it is still the same page.
    alternates: { canonical: `${originOf(await headers())}/pool` },
  };
}

/** Where a pool is put in. A link or a refused form fills it in; with `?again=<id>` that pool's list stands in it. */
export default async function PoolFormPage({ searchParams }: PageProps<"/pool">) {
  return (
    <Page at="/pool" narrow>
      <Doc
        title="Several addresses"
        lead="Mail that works sometimes often leaves through several addresses, and one of them is not like the others. Put them all in: you see which is the odd one out, and why."
      >
        <PoolForm state={await formState(await searchParams)} />
      </Doc>
    </Page>
  );
}

async function formState(query: Query): Promise<PoolFormState> {
  const again = one(query.again);
  const found = isId(again) ? await readPool(again) : undefined;
  if (found?.kind === "pool") {
    const { input, options } = found.pool;
    return stateOf("text" in input ? input.text : input.targets.join("\n"), {
      ...options,
      selector: options.selectors,
    });
  }
  const state = await stateOf(one(query.text), query);
  // A form that was sent without a list comes back with an empty one.
  if (query.text === undefined || state.text.trim()) return state;
  return { ...state, problems: { ...state.problems, text: EMPTY } };
}

/** What the fields hold, read as the form will be: nobody's empty form has a problem yet. */
async function stateOf(text: string, { from, helo, selector }: ClaimFields): Promise<PoolFormState> {
  const { zones = [] } = vantage();
  const { isUsable, rejected } = await readList(text);
  const { problems } = parseClaims({ from, helo, selector }, { zones });
  return {
    text,
    from: one(from),
    helo: one(helo),
    selector: [selector ?? []].flat().join(" "),
    rejected: rejected.slice(0, MAX_REJECTED),
    problems: {
      ...(text && !isUsable ? { text: sentence`No line of this text can be used.` } : {}),
      ...Object.fromEntries(Object.entries(problems).map(([field, { says }]) => [field, says])),
    },
  };
}

const EMPTY = sentence`Put in an address, a range or a name in each line, or choose a file.`;
const MAX_REJECTED = 100;

const one = (value: string | readonly string[] | undefined): string =>
  [value ?? ""].flat().at(-1)?.slice(0, 20_000) ?? "";
