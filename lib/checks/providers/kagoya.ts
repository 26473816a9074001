import { defineProvider } from "../define/provider.ts";

/** Known by its default names; how its customers set a PTR record has not been verified. */
export const kagoya = defineProvider({
  id: "kagoya",
  name: "KAGOYA",
  recognise: { ptr: [/^v\d{1,3}(?:-\d{1,3}){3}\.vir\.kagoya\.net$/] },
  guides: [],
});
