import { type PoolOptions, type PresentedPool, visible } from "../../lib/checks/view.ts";
import { HiddenFields, HiddenOptions } from "../forms/hidden-fields.tsx";
import { ClaimWords } from "../report/claim-words.tsx";
import { FactsHead } from "../report/facts-head.tsx";
import { Button } from "../ui/button.tsx";
import { CopyButton } from "../ui/copyable.tsx";
import { Menu, Popover } from "../ui/menu.tsx";
import { poolAgainPath, poolCancelPath, poolComparePath, poolFilePath } from "../ui/paths.ts";
import { Value } from "../ui/rich-text.tsx";
import { utc } from "../ui/time.ts";
import { addresses } from "./pool-words.ts";

/** What was looked at and when, with what options, and what can be done with it. The same while it runs. */
export function PoolHead({ pool }: { readonly pool: PresentedPool }) {
  const { id, title, state, createdAt, rows, counts, options } = pool;
  const running = state === "running";
  return (
    <FactsHead
      title={<bdi>{visible(title)}</bdi>}
      turn={state}
      facts={[
        <span key="count">{addresses(rows.length)}</span>,
        // A line of its own on a phone: it is there from the start.
        <span key="asked">{running ? "A few are asked over SMTP" : `${counts.asked} asked over SMTP`}</span>,
        <span key="seen">
          Started <time dateTime={createdAt}>{utc(createdAt)}</time>
        </span>,
      ]}
      actions={
        <>
          <PoolShare pool={pool} />
          <ComparePool id={id} />
          {running ? (
            <form method="post" action={poolCancelPath(id)}>
              <Button primary className="min-w-34">
                Stop
              </Button>
            </form>
          ) : (
            <CheckAgain id={id} options={options} />
          )}
        </>
      }
    >
      <p className="mt-0.5 min-h-6 text-sm text-ink-2">
        <CheckedAs options={options} />{" "}
        <a className="print:hidden" href={poolAgainPath(id)} rel="nofollow">
          Change the list or the options
        </a>
      </p>
    </FactsHead>
  );
}

function CheckedAs({ options }: { readonly options: PoolOptions }) {
  const { from } = options;
  return (
    <>
      {from ? (
        <>
          Checked as senders of{" "}
          <b className="text-ink">
            <Value>{from}</Value>
          </b>
        </>
      ) : (
        "Checked without a sending domain"
      )}
      <ClaimWords claims={options} />.
    </>
  );
}

/** The same list with the same options, now; its page then leads to what has changed. */
function CheckAgain({ id, options }: { readonly id: string; readonly options: PoolOptions }) {
  return (
    <form method="post" action="/pool/start">
      <HiddenFields fields={{ again: id }} />
      <HiddenOptions options={options} />
      <Button primary className="min-w-34">
        Check again
      </Button>
    </form>
  );
}

function PoolShare({ pool: { id, url } }: { readonly pool: PresentedPool }) {
  return (
    <Menu label="Share">
      <CopyButton text={url}>Copy link</CopyButton>
      <CopyButton from={poolFilePath(id, "md")}>Copy as Markdown</CopyButton>
      <button type="button" className="needs-script" data-print="">
        Print
      </button>
      <p className="flex border-t border-line pt-1.5">
        <a href={poolFilePath(id, "csv")}>CSV</a>
        <a href={poolFilePath(id, "json")}>JSON</a>
        <a href={poolFilePath(id, "md")}>Markdown</a>
      </p>
    </Menu>
  );
}

function ComparePool({ id }: { readonly id: string }) {
  return (
    <Popover label="Compare">
      <form method="get" action={poolComparePath(id)} className="grid gap-2 p-2">
        <label htmlFor="with">Link of the other pool</label>
        <input
          id="with"
          name="with"
          placeholder="https://…/pool/…"
          className="input"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
        <div>
          <Button>Compare</Button>
        </div>
      </form>
    </Popover>
  );
}
