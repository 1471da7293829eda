#!/usr/bin/env bash
# Runs a command with a private PostgreSQL cluster:  xtask/postgres.sh COMMAND [ARGS...]
#
# PORTICO_TEST_POSTGRES holds the cluster's URL for the command. The cluster lives in a fresh
# directory (in memory where /dev/shm is there), listens on a free port of 127.0.0.1 only, is stopped by
# its process id and deleted when the command ends, however it ends. fsync stays on: the portal refuses
# to start without it. initdb and postgres refuse root, so as root they run as the user postgres.
set -euo pipefail

say() { printf '[postgres] %s\n' "$*" >&2; }

initdb=$(compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort -V | tail -n 1 || true)
initdb=${initdb:-$(command -v initdb || true)}
if [ -z "$initdb" ]; then
    say "PostgreSQL's server is not installed (make test installs it)."
    exit 1
fi
bin=$(dirname "$(readlink -f "$initdb")")

# The kernel stops the server should this script be killed outright.
as_postgres=(setpriv --pdeathsig INT)
if [ "$(id -u)" = 0 ]; then
    as_postgres=(setpriv --reuid postgres --regid postgres --init-groups --pdeathsig INT)
fi

base=/dev/shm
[ -w "$base" ] || base=${TMPDIR:-/tmp}
# Left over from a script that was killed: its server is gone, its directory is not.
for old in "$base"/portico-postgres.*; do
    [ -d "$old" ] && [ -f "$old/owner" ] && [ ! -d "/proc/$(<"$old/owner")" ] && rm -rf "$old"
done
home=$(mktemp -d "$base/portico-postgres.XXXXXX")
echo $$ >"$home/owner"
server=
clean() {
    trap - EXIT INT TERM HUP
    if [ -n "$server" ] && kill -INT "$server" 2>/dev/null; then
        wait "$server" 2>/dev/null || true
    fi
    rm -rf "$home"
}
trap clean EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP
[ "$(id -u)" = 0 ] && chown postgres "$home"

cd "$home"
"${as_postgres[@]}" "$bin/initdb" --pgdata="$home/data" --username=postgres --auth=trust \
    --encoding=UTF8 --locale=C --no-sync >"$home/initdb.log" 2>&1 || {
    cat "$home/initdb.log" >&2
    exit 1
}
# Ports below the range that the kernel hands out to clients.
for _ in 1 2 3 4 5 6 7 8; do
    port=$((20000 + (RANDOM * 32768 + RANDOM) % 12000))
    "${as_postgres[@]}" "$bin/postgres" -D "$home/data" -c port="$port" -c listen_addresses=127.0.0.1 \
        -c unix_socket_directories="$home" -c max_connections=200 -c fsync=on </dev/null >"$home/server.log" 2>&1 &
    server=$!
    until "$bin/pg_isready" --quiet --host=127.0.0.1 --port="$port" --username=postgres && kill -0 "$server" 2>/dev/null; do
        if ! kill -0 "$server" 2>/dev/null; then
            wait "$server" || true
            server=
            break
        fi
        sleep 0.1
    done
    [ -n "$server" ] && break
done
if [ -z "$server" ]; then
    cat "$home/server.log" >&2
    say "PostgreSQL did not start; its log stands above."
    exit 1
fi
say "$("$bin/postgres" --version) on 127.0.0.1:$port, data in $home"
export PORTICO_TEST_POSTGRES=postgres://postgres@127.0.0.1:$port/postgres
cd "$OLDPWD"
"$@"
