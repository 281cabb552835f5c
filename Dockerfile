FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY tsconfig.json tsconfig.build.json manifest.yml ./
COPY scripts scripts
COPY content content
COPY src src
COPY listeners listeners
COPY jobs jobs
COPY ops ops
RUN npm run build

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --omit=optional && npm cache clean --force
COPY --from=build /app/dist dist
# The keys of open pulses: a volume of their own, readable by the app alone, out of every backup.
RUN install -d -o node -g node -m 700 /keys
VOLUME /keys
ENV KEY_DIR=/keys OPS_PORT=9464
USER node
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.OPS_PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/src/main.js"]
