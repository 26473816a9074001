// Loaded first into every process that a test starts: standard input is a pipe from whoever started it, and when that
// closes, because the test is over or its worker was killed, the process ends there and then.
const end = () => process.kill(process.pid, "SIGKILL");
process.stdin.on("end", end).on("close", end).on("error", end).resume();
(process.stdin as unknown as { unref?: () => void }).unref?.();
