# Builds the runnable application below target/: sourced by deploy/run and deploy/bench.
# shellcheck shell=bash

root=${root:-$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")}
run_dir=$root/target/run
build_log=$run_dir/build.log

# Idle memory is a promise. Hashing one password fills 46 MiB, which only a collection gives
# back, and an idle server never collects by itself: G1 does so once a minute where asked, and
# returns what it does not need. Measured a minute after four sign-ins: 291 MB resident, 446 MB
# with the serial collector. What the just-in-time compiler no longer uses goes back, too.
# shellcheck disable=SC2034 # used by the commands that source this
jvm_options=(-Xms32m -Xmx256m -XX:+UseG1GC -XX:G1HeapRegionSize=1m -XX:G1PeriodicGCInterval=60000
    -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=30 -XX:+UseCompactObjectHeaders
    -XX:TrimNativeHeapInterval=10000 --enable-native-access=ALL-UNNAMED
    "-Xlog:aot*=off" "-Xlog:cds*=off")

port_answers() { (exec 3<>"/dev/tcp/$1/$2") 2>/dev/null; }

# Prints what a GET answers, header and all: http_get HOST PORT PATH.
http_get() {
    exec 3<>"/dev/tcp/$1/$2" || return 1
    printf 'GET %s HTTP/1.1\r\nHost: %s:%s\r\nConnection: close\r\n\r\n' "$3" "$1" "$2" >&3
    timeout 20 cat <&3
    exec 3>&-
}

# The page that signs in names the setting in which we keep the theme.
serves_bulkhead() { http_get "$1" "$2" /login 2>/dev/null | grep -aq 'bulkhead\.theme'; }

# Leaves the newest application in $(current_app). Each build has a directory of its own,
# named after its bytes: one that runs while another is built keeps its files.
build_if_needed() {
    local force=$1
    mkdir -p "$run_dir"
    # A second command waits here and then finds the work done.
    exec 9>"$run_dir/lock"
    flock 9
    if [ -n "$force" ] || [ ! -s "$(current_app)/app.aot" ] || sources_newer_than "$run_dir/current"; then
        build
    fi
    exec 9>&-
}

current_app() { cat "$run_dir/current" 2>/dev/null || echo "$run_dir/none"; }

build() {
    need_build_tools
    : >"$build_log"
    # What is edited from here on is newer than this build.
    touch "$run_dir/began"
    step "Building Bulkhead" build_jar
    local jar
    # A version that was raised leaves the former jar beside the new one.
    # shellcheck disable=SC2012 # our own file names
    jar=$(ls -t "$root"/target/bulkhead-*.jar | head -n 1)
    app=$run_dir/$(sha256sum "$jar" | cut -c1-12)
    [ -f "$app/bulkhead.jar" ] || step "Unpacking" extract "$jar"
    [ -s "$app/app.aot" ] || step "Preparing a fast start" train
    echo "$app" >"$run_dir/current"
    touch -r "$run_dir/began" "$run_dir/current"
}

sources_newer_than() {
    [ -f "$1" ] || return 0
    [ -n "$(cd "$root" && find pom.xml src/main themes frontend \
        \( -name node_modules -o -name generated -o -path frontend/src/main \
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
    mvn --batch-mode --no-transfer-progress -Dmaven.test.skip=true -Dspotless.check.skip -Dcheckstyle.skip package
}

extract() {
    local jar=$1
    rm -rf "$app"
    java -Djarmode=tools -jar "$jar" extract --destination "$app"
    mv "$app/$(basename "$jar")" "$app/bulkhead.jar"
    lay_out_duckdb "$app/lib"
}

# Where there is no library in its jar, DuckDB's driver loads the one that lies beside it. Else
# each start would unpack 70 MB below /tmp first, and one that is killed would leave them there.
lay_out_duckdb() {
    local jars=("$1"/duckdb_jdbc-*.jar) scratch
    scratch=$(mktemp -d)
    (
        cd "$scratch"
        "$JAVA_HOME/bin/jar" --extract --file "${jars[0]}"
        mv libduckdb_java.so_linux_* "$1"
        rm libduckdb_java.so_*
        "$JAVA_HOME/bin/jar" --create --file "${jars[0]}" --manifest META-INF/MANIFEST.MF .
    )
    rm -r "$scratch"
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
    http_get 127.0.0.1 "$port" /
    http_get 127.0.0.1 "$port" /setup
    http_get 127.0.0.1 "$port" /login
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
