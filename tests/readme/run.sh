#!/usr/bin/env bash
# Runs the commands of README.md as they stand there, in a copy of the repository, and compares its C# with that of the tests.
# Not run: dotnet test (continuous integration is that), and what needs a model's server. The last lines count: "# pass N", "# fail N".
set -uo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
passed=0
failed=0
bot=

cleanup() {
  # The bot is a child of dotnet run, which passes no signal on.
  [ -n "$bot" ] && kill $(pgrep -P "$bot") "$bot" 2>/dev/null && wait "$bot" 2>/dev/null
  rm -rf "$work"
}
trap cleanup EXIT

check() {
  if [ "$2" -eq 0 ]; then
    passed=$((passed + 1))
    echo "ok   $1"
  else
    failed=$((failed + 1))
    echo "FAIL $1"
    [ -s "$work/out" ] && tail -n 20 "$work/out"
  fi
}

# Blocks of a language, each in a file of its own.
blocks() {
  awk -v fence="\`\`\`$1" -v out="$work/$1" '$0 == fence {n++; inside = 1; next} /^```/ {inside = 0} inside {print > (out n)}' README.md
}
blocks bash
blocks csharp

# What the blocks need: the bot in the background, and a set of questions.
SET=$work/set
mkdir -p "$SET"
printf '{"id": "1", "question": "Who runs the mill?", "answers": ["Anders Holt"], "article_ids": ["a"], "answerable": true}\n' >"$SET/questions.jsonl"
printf '{"id": "a", "title": "A", "text": "Anders Holt runs the mill."}\n' >"$SET/articles.jsonl"

# The tool is installed first: blocks above its installation use it as well.
for block in $(grep -l 'dotnet pack' "$work"/bash*) $(grep -L 'dotnet pack' "$work"/bash* | sort -V); do
  text=$(cat "$block")
  name=$(head -n 1 "$block")
  case "$text" in
  "dotnet test") echo "skip $name (continuous integration is that)" ;;
  *Model__Provider=*) echo "skip $name (needs a model's server)" ;;
  "dotnet run --project src/QnA.Bot")
    Index__Path="$work/index" State__Path="$work/state.db" Web__Uploads__Path="$work/uploads" bash -c "exec $text" >"$work/out" 2>&1 &
    bot=$!
    for _ in $(seq 300); do
      curl -sf http://localhost:3978/health/ready >/dev/null && break
      sleep 1
    done
    curl -sf http://localhost:3978/ >/dev/null
    check "$name" $?
    ;;
  *curl*)
    bash -c "$text" >"$work/out" 2>&1
    grep -q "640 people" "$work/out"
    check "$name" $?
    ;;
  *)
    text=${text//packages/$work/packages}
    text=${text//tools/$work/tools}
    text=${text//report.html/$work/report.html}
    text=${text//SET/$SET}
    PATH="$work/tools:$PATH" bash -e -c "$text" >"$work/out" 2>&1
    check "$name" $?
    ;;
  esac
done

# Every command of the table has a help with examples.
for command in $(grep -oE '^\| `qna [a-z-]+' README.md | awk '{print $3}' | sort -u); do
  "$work/tools/qna" "$command" --help >"$work/out" 2>&1 && grep -q '^Examples:' "$work/out"
  check "qna $command --help" $?
done

# The C# of the page runs as a test: its expectations stand in the sample, word for word.
for block in "$work"/csharp*; do
  missing=$(grep -E 'AskAsync|Assert' "$block" | sed -E 's/^[ (]*(await )?//; s/;$//' | while read -r line; do
    grep -qF -- "$(printf '%s' "$line" | grep -oE '"[^"]+"' || printf '%s' "$line")" samples/MerrowCoast.Tests/CoastTests.cs || echo "$line"
  done)
  printf '%s\n' "$missing" >"$work/out"
  test -z "$missing"
  check "C# of README.md stands in samples/MerrowCoast.Tests" $?
done

# Every page that is linked is there.
for page in $(grep -oE '\]\((docs|samples|CHANGELOG|CONTRIBUTING)[^)]*\)' README.md | tr -d '()]' | sort -u); do
  test -e "$page"
  check "link $page" $?
done

echo "# pass $passed"
echo "# fail $failed"
[ "$failed" -eq 0 ]
