# Sourced by the scripts beside it: documents to build, and whether parts make up the whole.
#
# `VANBAN` names the program; without it the one of `cargo build --release`.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
parts=4

program=${VANBAN:-$root/target/release/vanban}
if ! [ -x "$program" ]; then
    echo "no program at $program: cargo build --release, or VANBAN=path" >&2
    exit 2
fi
# The guide's commands call `vanban`: a copy, so that a build meanwhile makes it no other program.
work=$(mktemp -d)
mkdir "$work/bin"
cp "$program" "$work/bin/vanban"
export PATH="$work/bin:$PATH"
cd "$work"

# All examples seven times in a folder, each document under a name and with a text of its own; one
# more is broken. `whole` is what a single run makes of them, on one core.
make_documents() {
    local folder=$1 copy input number
    mkdir "$folder"
    for number in 01 02 03 04 05 06 07; do
        copy=$folder/xa-$number
        cp -r "$root/examples" "$copy"
        vanban check "$copy" --report inputs.jsonl 2>/dev/null
        sed -E 's/^\{"input":"([^"]*)".*/\1/' inputs.jsonl | while read -r input; do
            printf '\nBản của xã số %s.\n' "$number" >>"$input"
            mv "$input" "${input%.md}-$number.md"
        done
    done
    printf 'Câu <b>.\n' | cat "$root/examples/thong-bao-2023-06.md" - >"$folder/hong.md"
    cp "$root/examples/thong-bao-2023-06.png" "$folder"
    local exit=0
    vanban build "$folder" --out-dir whole --jobs 1 --report whole.jsonl 2>whole.txt || exit=$?
    [ "$exit" = 1 ] || fail "the single run ended with $exit: $(tail -3 whole.txt)"
    echo "single run: $(tail -1 whole.txt)"
}

fail() {
    echo "FAILED: $*" >&2
    exit 1
}

# The PDFs of a folder, by name and sum.
sums() { (cd "$1" && sha256sum -- *.pdf | sort -k 2); }

# Whether the parts in a folder, with their reports, are what the single run made.
compare() {
    local folder=$1 documents
    cmp <(sums whole) <(sums "$folder") || fail "$folder differs from the single run"
    ls -A "$folder" | grep -v -e '\.pdf$' -e '^bao-cao-[0-9]*\.jsonl$' -e '^\.vanban$' \
        && fail "something is left in $folder"
    [ "$(ls "$folder"/bao-cao-*.jsonl | wc -l)" = $parts ] || fail "not $parts reports"
    inputs() { sed -E 's/^\{"input":"([^"]*)".*/\1/' "$@" | sort; }
    cmp <(inputs whole.jsonl) <(inputs "$folder"/bao-cao-*.jsonl) \
        || fail "a document stands in no report, or in two"
    documents=$(cat "$folder"/bao-cao-*.jsonl | wc -l)
    [ "$(grep -c '"result":"failed"' whole.jsonl)" = 1 ] || fail "more than one is broken"
    grep -h '"result":"failed"' "$folder"/bao-cao-*.jsonl | grep -q hong.md \
        || fail "the broken document is not told"
    echo "$documents documents in $parts parts of $(wc -l "$folder"/bao-cao-*.jsonl |
        awk '$2 != "total" { printf "%s%s", separator, $1; separator = ", " }'):" \
        "each made once, same bytes as the single run"
}

# Whether all is as it was when the same call came again.
all_unchanged() {
    local again
    again=$(grep -h -v -e '"result":"unchanged"' -e '"result":"failed"' "$1"/bao-cao-*.jsonl || true)
    [ -z "$again" ] || fail "made again, though nothing had changed: ${again:0:200}"
    echo "again: nothing was made twice"
}
