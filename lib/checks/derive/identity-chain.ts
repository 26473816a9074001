import type { IpAddress } from "../address.ts";
import { defineFinding } from "./define.ts";
import { confirmedFirst, type NameState } from "./forward-confirmation.ts";

/** One box of the chain: what stands in it, and the signal whose verdict it shows. It has no opinion of its own. */
export interface ChainLink {
  /** The name or address in the box, or which hanger it is; empty where there is none. */
  readonly label: string;
  readonly signal: string;
  /** Beside it, as observed: the name said in EHLO, the names of the certificate, the result of SPF. */
  readonly detail?: string;
  /** For a PTR name: where it resolves to. */
  readonly state?: NameState;
}

/** The identity chain as geometry: address → PTR names → addresses → back, and what hangs on the name. */
export interface IdentityChain {
  readonly address: IpAddress;
  /** PTR names, at most three, those first that resolve back. */
  readonly names: readonly ChainLink[];
  /** Where the first name resolves to, at most three addresses. */
  readonly addresses: readonly ChainLink[];
  /** The signals that the edges show: to the names, from there to addresses, and back. */
  readonly edges: { readonly ptr: string; readonly forward: string; readonly back: string };
  readonly hangers: readonly ChainLink[];
}

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
