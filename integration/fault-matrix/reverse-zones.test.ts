import { holdUnderFaults } from "./matrix.ts";

holdUnderFaults([
  { id: "ipv6-no-ptr", about: "all but lists" },
  { id: "rfc2317", about: "all but lists" },
]);
