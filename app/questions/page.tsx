import type { Metadata } from "next";
import { Doc } from "../../components/catalogue/doc.tsx";
import { QuestionList } from "../../components/catalogue/question-list.tsx";
import { QUESTIONS, SYMPTOMS } from "../../components/catalogue/questions.ts";
import { Page } from "../../components/ui/page.tsx";
import { signals } from "../../lib/checks/index.ts";

export const metadata: Metadata = {
  title: "Questions",
  description:
    "Is a PTR record needed, who controls it, what is FCrDNS, what about IPv6, and what common symptoms mean: short answers, each with the check for your own server.",
};

const titleOf = (id: string): string => signals.find((signal) => signal.id === id)?.title ?? id;

export default function QuestionsPage() {
  return (
    <Page search="" narrow>
      <Doc
        title="Questions"
        lead="Short answers about reverse DNS and the identity of mail servers. Each has the check that answers it for your own server."
      >
        <QuestionList title="What people ask" questions={QUESTIONS} titleOf={titleOf} />
        <QuestionList title="What people see" questions={SYMPTOMS} titleOf={titleOf} />
      </Doc>
    </Page>
  );
}
