#!/bin/sh
# Makes the Teams app package with the qna that was built last and checks it against the published schema.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$here"
npm ci --silent --no-audit --no-fund
dotnet "${QNA_CLI:-$root/artifacts/bin/QnA.Cli/debug/qna.dll}" teams-package \
  --app-id 00001111-aaaa-2222-bbbb-3333cccc4444 --domain bot.example.com --output "$folder/qna.zip"
QNA_PACKAGE="$folder/qna.zip" npm test
