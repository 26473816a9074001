import { deletePages } from "../../../../lib/http/delete-pages.ts";
import { readKeptLog, removeKeptLog } from "../../../../lib/service/kept-logs/read-kept-log.ts";

export const dynamic = "force-dynamic";

const pages = deletePages({ path: "log", noun: "table", made: "kept", read: readKeptLog, remove: removeKeptLog });
export const GET = pages.GET;
export const POST = pages.POST;
