import type { PresentedReport, Status } from "../../lib/checks/view.ts";
import { Section } from "../ui/section.tsx";
import { Arrowhead } from "./chain-drawing.tsx";
import { IdentityChain } from "./identity-chain.tsx";

/** How far a chain is from being in order. */
const WEIGHT: readonly (Status | "pending")[] = ["pass", "info", "pending", "skipped", "unknown", "warn", "fail"];

/** The chain of each address; of several the worst is drawn, the others are folded. */
export function IdentityChains({ report }: { readonly report: PresentedReport }) {
  const chains = report.subjects.flatMap(({ id, address }) => {
    const chain = report.chains.find(({ subject }) => subject === id);
    return address && (chain || report.target.kind === "address") ? [{ id, address, chain }] : [];
  });
  const weight = ({ chain }: (typeof chains)[number]): number =>
    chain
      ? Math.max(
          ...[...chain.names, ...chain.hangers, ...Object.values(chain.edges)].map(({ status }) =>
            WEIGHT.indexOf(status),
          ),
        )
      : 0;
  const [first, ...others] = chains.toSorted((one, other) => weight(other) - weight(one));
  if (!first) return null;
  return (
    <Section title="Identity chain" id="chain">
      <Arrowhead />
      <IdentityChain address={first.address} chain={first.chain} />
      {others.length > 0 && (
        <details className="mt-3 print:hidden">
          <summary className="button">
            {others.length === 1 ? "1 other address" : `${others.length} other addresses`}
          </summary>
          {others.map(({ id, address, chain }) => (
            <div key={id} className="mt-3">
              <IdentityChain address={address} chain={chain} />
            </div>
          ))}
        </details>
      )}
    </Section>
  );
}
