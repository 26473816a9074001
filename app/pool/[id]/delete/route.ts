import { deletePages } from "../../../../lib/http/delete-pages.ts";
import { readPool, removePool } from "../../../../lib/service/pools/read-pool.ts";

export const dynamic = "force-dynamic";

const pages = deletePages({ path: "pool", noun: "pool", made: "made", read: readPool, remove: removePool });
export const GET = pages.GET;
export const POST = pages.POST;
