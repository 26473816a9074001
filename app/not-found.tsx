import type { Metadata } from "next";
import { NoticePage } from "../components/ui/notice-page.tsx";

export const metadata: Metadata = { title: "Not found", robots: { index: false } };

export default function NotFound() {
  return (
    <NoticePage title="There is nothing at this address.">
      <p>
        If this is the link of a report, check that it was copied in full: the part after <code>/r/</code> must be
        complete. Reports are listed nowhere, so a lost link cannot be found again.
      </p>
      <p>You can check the same target again in the field above.</p>
    </NoticePage>
  );
}
