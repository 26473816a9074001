import { defineProvider } from "../define/provider.ts";

/** Known by its default names; how its customers set a PTR record has not been verified. */
export const uolDiveo = defineProvider({
  id: "uol-diveo",
  name: "UOL Diveo",
  recognise: { ptr: [/^\d{1,3}(?:-\d{1,3}){3}\.clouduol\.com\.br$/] },
  guides: [],
});
