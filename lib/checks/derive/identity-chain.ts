import type { ChainLink, IdentityChain } from "../findings/identity-chain.ts";
import { defineFinding } from "./define.ts";
import { confirmedFirst } from "./forward-confirmation.ts";

/** As many names and addresses as a drawing can hold. */
const SHOWN = 3;

export const identityChain = defineFinding<"identityChain">()({
  needs: ["address", "forwardConfirmation", "serverName", "serverTls", "spf"],
  derive({ address, forwardConfirmation, serverName, serverTls, spf }): IdentityChain {
    const names = confirmedFirst(forwardConfirmation);
    const [first] = names;
    const addresses =
      first?.addresses.kind === "answer"
        ? first.addresses.records.toSorted((a, b) => Number(b === address) - Number(a === address))
        : [];
    const said = (label: string, signal: string, detail: string | undefined): ChainLink => ({
      label,
      signal,
      ...(detail ? { detail } : {}),
    });
    return {
      address,
      // Names beyond the first are what `single-ptr` is about; whether any resolves back, `fcrdns` judges once.
      names: first
        ? names.slice(0, SHOWN).map(({ name, state }, i) => ({
            label: name,
            signal: i === 0 ? "fcrdns" : "single-ptr",
            state,
          }))
        : [{ label: "", signal: "reverse-dns" }],
      addresses: addresses.slice(0, SHOWN).map((record) => ({ label: record, signal: "fcrdns" })),
      edges: { ptr: "reverse-dns", forward: "fcrdns", back: "fcrdns" },
      hangers: [
        said("greeting", "greeting-name", serverName.greeting?.text),
        said("ehlo", "ehlo-name", (serverName.claimed ?? serverName.answered)?.text),
        said(
          "certificate",
          "certificate-name",
          serverTls.nearest?.relation === "exact" || serverTls.nearest?.relation === "wildcard"
            ? serverTls.nearest.name
            : (serverTls.names[0] ?? serverTls.certificate?.subject),
        ),
        ...(spf ? [said("spf", "spf", spf.result)] : []),
      ],
    };
  },
});
