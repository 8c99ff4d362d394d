// What a tutorial of express and http-proxy-middleware ends with: a proxy that adds the credentials, and no more.
import express from 'express';
import { createProxyMiddleware } from 'http-proxy-middleware';
import { CONFERENCES_PATH } from '#contract/values.ts';

const { SIGNALWIRE_SPACE, SIGNALWIRE_PROJECT_ID, SIGNALWIRE_API_TOKEN } = process.env;

const app = express();
app.use(
  createProxyMiddleware({
    pathFilter: CONFERENCES_PATH,
    target: SIGNALWIRE_SPACE,
    changeOrigin: true,
    auth: `${SIGNALWIRE_PROJECT_ID}:${SIGNALWIRE_API_TOKEN}`,
  }),
);
const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  process.stdout.write(`The tutorial listens at http://127.0.0.1:${port}\n`);
});
process.once('SIGTERM', () => process.exit(0));
