#!/usr/bin/env bash
# Builds the release of what is in this checkout in two directories that have nothing in common: not the path,
# not the order of the compiler's runs, not the language, the time zone or the umask. Both programs must be the
# same, byte for byte. No cache of compiled files takes part: it would prove nothing.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export CCACHE_DISABLE=1

# $1 the directory, $2 how many files at a time.
build() {
  mkdir -p "$1"
  git -C "$root" ls-files -z --cached --others --exclude-standard |
    (cd "$root" && while IFS= read -rd '' name; do [[ -e $name ]] && printf '%s\0' "$name"; done) |
    tar -C "$root" --null -T - -c | tar -C "$1" -x
  (cd "$1" && cmake --preset release -DZOOMC_TESTS=OFF && cmake --build --preset release --target zoomc -j "$2") >&2
}

(umask 022 && LC_ALL=C TZ=UTC build "$work/one" "$(nproc)")
(umask 077 && LC_ALL=C.UTF-8 TZ=Pacific/Kiritimati build "$work/another place/much/deeper" "$(($(nproc) + 1))")
one=$work/one/build/release/zoomc
other="$work/another place/much/deeper/build/release/zoomc"
sha256sum "$one" "$other" | cut -d ' ' -f 1
cmp "$one" "$other"
