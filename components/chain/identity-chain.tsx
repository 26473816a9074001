import { type PresentedChain, visible } from "../../lib/checks/view.ts";
import { ChainDrawing } from "./chain-drawing.tsx";
import { chainWords } from "./chain-words.ts";

interface Props {
  readonly address: string;
  readonly chain: PresentedChain | undefined;
}

/**
 * Address → PTR names → addresses → forward confirmation, with what is known under the name. A drawing on wide screens; the list
 * beside it is what phones show and what is read out.
 */
export function IdentityChain({ address, chain }: Props) {
  if (!chain)
    return (
      <p className="card px-5 py-4 text-ink-2">
        <bdi>{visible(address)}</bdi>: nothing was seen of its chain.
      </p>
    );
  const words = chainWords(chain);
  return (
    <div className="card chain">
      <ChainDrawing words={words} />
    </div>
  );
}
