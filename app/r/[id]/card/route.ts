import { present } from "../../../../lib/checks/index.ts";
import { cardImage } from "../../../../lib/http/card-image.ts";
import { guarded, missing } from "../../../../lib/http/problem.ts";
import { readReport } from "../../../../lib/service/live/read-report.ts";

export const dynamic = "force-dynamic";

/** The report as a picture, for previews of its link. */
export const GET = guarded<RouteContext<"/r/[id]/card">>(async (_, { params }) => {
  const { id } = await params;
  const reading = await readReport(id);
  if (reading.kind !== "report") return missing(reading);
  const running = reading.report.state === "running";
  const image = await cardImage(present(reading.report, { id, url: "" }));
  return new Response(image, {
    headers: { "content-type": "image/png", "cache-control": running ? "no-store" : "private, no-cache" },
  });
});
