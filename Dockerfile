# Builds with everything, runs with what is needed only. How to use it: docs/operating.md
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
# No scripts: ours would build what is not copied yet, and no package needs its own.
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json tsconfig.page.json ./
COPY src src
COPY knowledge knowledge
COPY locales locales
RUN npm run build && npm prune --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:24-slim
LABEL org.opencontainers.image.title="Nokori" \
	org.opencontainers.image.description="Telegram bot: procedures for SIM cards and eSIMs in Japan, with sources" \
	org.opencontainers.image.licenses="MIT"
# In a container nobody reaches the loopback address from outside, so it listens on all of them.
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080 DATA_DIR=/data
# The C library would give every thread a heap of its own, and get none of it back: 5 MB.
ENV MALLOC_ARENA_MAX=1
WORKDIR /app
# Owned by root: the bot cannot change itself. Only /data is its own; a new volume takes over the owner.
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY --from=build /app/knowledge knowledge
COPY --from=build /app/locales locales
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=15s --retries=3 \
	CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/main.js"]
