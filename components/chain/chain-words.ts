import { type PresentedChain, type PresentedEdge, type PresentedPoint, visible } from "../../lib/checks/view.ts";
import { checkLabel } from "../ui/labels.ts";
import type { ChainWords, Said } from "./chain-layout.ts";

/** Puts the verdicts of a chain into the places of the drawing. What each says and how it looks is the verdict's. */
export function chainWords({ address, names, addresses, edges, hangers }: PresentedChain): ChainWords {
  const family = address.includes(":") ? "IPv6" : "IPv4";
  return {
    address: visible(address),
    names: names.map((point) => ({
      label: visible(point.label) || (point.status === "unknown" ? "not known" : "no PTR name"),
      ...shown(point),
      value: point.label !== "",
    })),
    addressType: family === "IPv6" ? "AAAA" : "A",
    addresses:
      addresses.length > 0
        ? addresses.map((point) => ({ label: visible(point.label), ...shown(point), value: true }))
        : [
            {
              label: edges.forward.status === "unknown" ? "not known" : `no ${family} address`,
              ...shown(edges.forward),
              value: false,
            },
          ],
    ptr: { label: "", ...shown(edges.ptr), value: false },
    forward: { label: "", ...shown(edges.forward), value: false },
    back: { label: "", ...shown(edges.back), value: false },
    hangers: hangers.map((point) => ({
      label: checkLabel(point.label),
      ...shown(point),
      ...detailOf(point),
      value: false,
    })),
  };
}

const shown = ({ says, status, signal }: PresentedEdge): Pick<Said, "says" | "tone" | "mark"> => ({
  says,
  tone: status === "pending" ? "plain" : status,
  mark: { signal, status },
});

/** The name itself, where it is not the same one; of SPF the result is in the words. */
const detailOf = ({ detail, relation, label }: PresentedPoint): Pick<Said, "detail"> =>
  detail && relation !== "same" && label !== "spf" ? { detail: visible(detail) } : {};
