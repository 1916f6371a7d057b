#!/usr/bin/env bash
# Runs a fuzzer of this folder's build for so many seconds, and shows what it said if it failed. With a SEED other
# than 0 it makes the same inputs again.
#   run.sh fuzz_NAME SECONDS SEED
set -euo pipefail
corpus=$(dirname "$(readlink -f "$0")")/corpus
name=${1#fuzz_}
mkdir -p "found/$name"
if ! "./$1" -seed="$3" -max_total_time="$2" -max_len=4096 -timeout=120 -print_final_stats=1 -entropic=0 -dict="$name.dict" \
  -artifact_prefix="$name-" "found/$name" "$corpus/$name" "seeds/$name" >"$name.log" 2>&1; then
  cat "$name.log" >&2
  exit 1
fi
sed -n "s/^stat::number_of_executed_units: */$name: inputs /p" "$name.log"
