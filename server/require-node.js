// Runs before anything else (`node --import`), in plain JavaScript, so that an older Node, which cannot
// even read server/main.ts, ends with one sentence instead of a stack trace.
const NEEDED = 24;
if (Number.parseInt(process.versions.node, 10) < NEEDED) {
  process.stderr.write(
    `Callboard needs Node.js ${NEEDED} or newer and this is ${process.versions.node}: install that, or run "npm ci", which brings it unless told to ignore scripts, and then "npm start".\n`,
  );
  process.exit(1);
}
