import { afterEach, expect, test, vi } from "vitest";
import { log } from "../service/log.ts";
import { guarded } from "./problem.ts";

afterEach(() => vi.restoreAllMocks());

const failing = guarded(() => {
  throw new Error("a secret of the file system");
});
const ask = (path: string, accept: string) =>
  failing(new Request(`http://np.example${path}`, { headers: { accept } }), undefined);

test.each([
  ["a form is answered with a page", "/check", "text/html,*/*;q=0.8", "text/html; charset=utf-8"],
  ["a program behind the same address with a problem", "/check", "*/*", "application/problem+json"],
  ["the API with a problem, whoever asks", "/api/v1/checks", "text/html", "application/problem+json"],
])("a fault of ours: %s", async (_, path, accept, type) => {
  const logged = vi.spyOn(log(), "error").mockReturnValue(undefined);
  const response = await ask(path, accept);
  expect([response.status, response.headers.get("content-type")]).toEqual([500, type]);
  expect(await response.text()).not.toContain("secret");
  expect(logged).toHaveBeenCalledTimes(1);
});
