import { holdUnderFaults } from "./matrix.ts";

holdUnderFaults([
  { id: "dmarc-reports-authorised", about: "all but lists" },
  { id: "receiving", about: "all but lists" },
]);
