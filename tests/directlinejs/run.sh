#!/bin/sh
# Starts the bot that was built last on a free port and runs the real botframework-directlinejs against it.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
port=${QNA_PORT:-3990}
index=$(mktemp -d)
cd "$here"
npm ci --silent --no-audit --no-fund
cd "$root"
ASPNETCORE_ENVIRONMENT=Development Urls="http://localhost:$port" Index__Path="$index" dotnet "${QNA_BOT:-artifacts/bin/QnA.Bot/debug/QnA.Bot.dll}" >"$index/bot.log" 2>&1 &
bot=$!
trap 'kill $bot 2>/dev/null; wait $bot 2>/dev/null || true; rm -rf "$index"' EXIT
tries=0
until curl -sf "http://localhost:$port/health/ready" >/dev/null; do
  tries=$((tries + 1))
  if [ $tries -gt 150 ]; then cat "$index/bot.log"; exit 1; fi
  sleep 0.2
done
cd "$here"
QNA_URL="http://localhost:$port" npm test
