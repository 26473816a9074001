import { holdUnderFaults } from "./matrix.ts";

holdUnderFaults([
  { id: "spf-include", about: "all but lists" },
  { id: "spf-ptr", about: "all but lists" },
]);
