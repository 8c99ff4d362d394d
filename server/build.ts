import { existsSync } from 'node:fs';

// Before `npm start`: builds the page when what builds it is installed. Otherwise, and where this user may not
// write, the page that is there has to do.
const isBuilt = existsSync('dist/index.html');
try {
  const { build } = await import('vite');
  await build({ logLevel: 'warn' });
} catch (error) {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const isPlace = code === 'EROFS' || code === 'EACCES' || code === 'EPERM';
  if (code !== 'ERR_MODULE_NOT_FOUND' && !isPlace) throw error;
  if (isPlace && isBuilt)
    process.stderr.write(`The page cannot be built here (${code}); the one in dist/ is shown.\n`);
  if (!isBuilt) {
    process.stderr.write(
      'There is no built page in dist/: run "npm ci && npm run build", then "npm start".\n',
    );
    process.exitCode = 1;
  }
}
