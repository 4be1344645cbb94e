# Builds the runnable application below target/: sourced by deploy/run and deploy/bench.
# shellcheck shell=bash

root=${root:-$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")}
app=$root/target/app
build_log=$root/target/build.log

# A small heap with the collector that needs least beside it: idle memory is a promise.
# shellcheck disable=SC2034 # used by the commands that source this
jvm_options=(-Xmx256m -XX:+UseSerialGC -XX:+UseCompactObjectHeaders --enable-native-access=ALL-UNNAMED
    -Xlog:aot=off -Xlog:aot*=off -Xlog:cds=off -Xlog:cds*=off)

port_answers() { (exec 3<>"/dev/tcp/$1/$2") 2>/dev/null; }

http_status() {
    exec 3<>"/dev/tcp/$1/$2" || return 1
    printf 'GET %s HTTP/1.1\r\nHost: %s:%s\r\nConnection: close\r\n\r\n' "$3" "$1" "$2" >&3
    local status
    read -r -t 5 _ status _ <&3 || status=000
    exec 3>&-
    echo "$status"
}

# The theme is public, and nobody else has it at this path.
serves_bulkhead() { [ "$(http_status "$1" "$2" /themes/bulkhead/styles.css)" = 200 ]; }

build_if_needed() {
    local force=$1
    if [ -z "$force" ] && [ -s "$app/app.aot" ] && ! sources_newer_than "$app/bulkhead.jar"; then
        return 0
    fi
    need_build_tools
    mkdir -p "$root/target"
    : >"$build_log"
    step "Building Bulkhead" build_jar
    step "Unpacking" extract
    step "Preparing a fast start" train
}

sources_newer_than() {
    [ -f "$1" ] || return 0
    [ -n "$(cd "$root" && find pom.xml src/main themes frontend \
        \( -name node_modules -o -path frontend/src/generated -o -path frontend/src/main \
        -o -path frontend/toolchain/node -o -name vite.generated.ts -o -name index.html \) -prune \
        -o -type f -newer "$1" -print -quit)" ]
}

# Shows one line while a step runs, with the seconds where somebody watches.
step() {
    local what=$1 began=$SECONDS pid
    shift
    (cd "$root" && "$@") >>"$build_log" 2>&1 </dev/null &
    pid=$!
    if [ -t 2 ]; then
        while kill -0 "$pid" 2>/dev/null; do
            printf '\r%s … %d s' "$what" $((SECONDS - began)) >&2
            sleep 1
        done
        printf '\r\033[K' >&2
    fi
    if ! wait "$pid"; then
        tail -n 25 "$build_log" >&2
        die "$what failed; all of it is in $build_log"
    fi
    say "$what: $((SECONDS - began)) s"
}

build_jar() {
    mvn --batch-mode --no-transfer-progress -DskipTests -Dspotless.check.skip -Dcheckstyle.skip package
}

extract() {
    local jar
    # A version that was raised leaves the former jar beside the new one.
    # shellcheck disable=SC2012 # our own file names
    jar=$(ls -t "$root"/target/bulkhead-*.jar | head -n 1)
    rm -rf "$app"
    java -Djarmode=tools -jar "$jar" extract --destination "$app"
    mv "$app/$(basename "$jar")" "$app/bulkhead.jar"
    # Newer than every source, however old the jar's files say they are.
    touch "$app/bulkhead.jar"
}

# Runs the application once on a free port and asks for pages, so that the next start
# finds its classes loaded and linked in the AOT cache. Without the cache it starts too, later.
train() {
    record || echo "no AOT cache was made"
}

record() {
    local scratch port pid
    scratch=$(mktemp -d)
    port=$(free_port)
    java "${jvm_options[@]}" -XX:AOTCacheOutput="$app/app.aot" -jar "$app/bulkhead.jar" \
        --server.port="$port" --server.address=127.0.0.1 --bulkhead.data-dir="$scratch" &
    pid=$!
    await 90 port_answers 127.0.0.1 "$port" || { kill "$pid"; return 1; }
    http_status 127.0.0.1 "$port" /
    http_status 127.0.0.1 "$port" /setup
    http_status 127.0.0.1 "$port" /login
    kill "$pid"
    wait "$pid" || true
    rm -rf "$scratch"
    [ -s "$app/app.aot" ]
}

free_port() {
    local port
    for _ in {1..50}; do
        port=$((20000 + RANDOM % 20000))
        port_answers 127.0.0.1 "$port" || { echo "$port"; return; }
    done
    return 1
}
