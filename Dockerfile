FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json LICENSE ./
COPY bin bin
COPY packages packages
# The image has its Node, and no package needs a script of its own to be installed.
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund

FROM node:24-slim
ENV NODE_ENV=production DEBRIEF_DATA=/data DEBRIEF_HOST=0.0.0.0 DEBRIEF_PORT=7070 NODE_DISABLE_COMPILE_CACHE=1
WORKDIR /app
COPY --from=packages /app /app
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 7070
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.DEBRIEF_PORT}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "bin/debrief.js"]
CMD ["serve"]
