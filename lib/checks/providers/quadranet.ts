import { defineProvider } from "../define/provider.ts";

/** Known by its default names; how its customers set a PTR record has not been verified. */
export const quadranet = defineProvider({
  id: "quadranet",
  name: "QuadraNet",
  recognise: { ptr: [/^(?:\d{1,3}\.){4}static\.quadranet\.com$/], asns: [8100] },
  guides: [],
});
