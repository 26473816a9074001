/** Runs once per start, in whatever way that is done. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { outliveOutput } = await import("./lib/service/log.ts");
  outliveOutput();
}
