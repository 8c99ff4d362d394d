// Runs before anything else (`node --import`), in plain JavaScript, so that an older Node, which cannot
// even read server/main.ts, ends with one sentence instead of a stack trace.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `Callboard needs Node.js 22.18 or newer and this is ${process.versions.node}: start it with "npm start", which brings its own.\n`,
  );
  process.exit(1);
}
