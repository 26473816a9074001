import { type Confirmation, plain } from "../../lib/checks/view.ts";
import { RichText } from "../ui/rich-text.tsx";
import { Section } from "../ui/section.tsx";
import { CheckRow } from "./check-row.tsx";
import { ConfigFold } from "./config-fold.tsx";
import { ConfirmBox } from "./confirm-box.tsx";

/** What nobody can see from outside. */
export function ConfirmList(props: { readonly page: string; readonly confirmations: readonly Confirmation[] }) {
  const { page, confirmations } = props;
  return (
    <Section title="Only you can confirm" id="confirm" note="not visible from outside; ticks stay in this browser">
      <ol className="card lines">
        {confirmations.map(({ id, title, says, configs }) => (
          <CheckRow
            key={id}
            id={`confirm-${id}`}
            state={<ConfirmBox page={page} id={id} label={plain(title)} />}
            tick="confirm"
            title={<RichText>{title}</RichText>}
            says={says}
          >
            {configs && <ConfigFold configs={configs} label={plain(title)} />}
          </CheckRow>
        ))}
      </ol>
    </Section>
  );
}
