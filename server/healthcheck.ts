// For a container: ends with 0 when the server in it answers. There is no shell and no curl to ask with.
const answer = await fetch(`http://127.0.0.1:${process.env.PORT || '3000'}/healthz`, {
  signal: AbortSignal.timeout(2_000),
}).catch(() => null);
process.exitCode = answer?.ok ? 0 : 1;
