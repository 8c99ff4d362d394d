# The page is built in the first stage, with everything that builds; the image has what runs, and nothing else.
FROM node:24-bookworm-slim AS build
WORKDIR /callboard
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY access.html index.html tsconfig.json vite.config.ts ./
COPY client client
COPY server server
RUN npm run build

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 MALLOC_MMAP_THRESHOLD_=131072
WORKDIR /callboard
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts && npm cache clean --force
COPY server server
COPY --from=build /callboard/dist dist
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=40s CMD ["node", "server/healthcheck.ts"]
CMD ["node", "--max-semi-space-size=4", "--import", "./server/require-node.js", "server/main.ts"]
