# shellcheck shell=bash
# What the build and the tests need from the machine. The Makefile sources this file
# with bash and calls the need_* functions; each returns at once when its thing is there,
# and says what it does when it is not.
#
#   need_wasm        a Rust toolchain that can build for wasm32; decides PATH
#   need_npm         the npm packages of end2end, from its lock file
#   need_chromium    /usr/bin/chromium-headless-shell for the browser tests
#   need_postgres    PostgreSQL's server for the storage tests
#   need_libvirt     libvirt with qemu, running, and what guests of the tests boot
#   need_pdns        PowerDNS for the tests of its driver
#   run_xtask ARGS   builds the build tool and becomes it
#
# `bash xtask/toolchain.sh` alone prepares the toolchain and prints what it uses.

PORTICO_ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$PORTICO_ROOT/target}
# One flavour for everything: two to three times faster to compile, and mixing rebuilds all.
case " ${RUSTFLAGS:-} " in
*erase_components*) ;;
*) export RUSTFLAGS="${RUSTFLAGS:+$RUSTFLAGS }--cfg erase_components" ;;
esac
# Playwright's own browsers are not used; the tests drive the system's Chromium.
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1

say() { printf '[setup] %s\n' "$*" >&2; }

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        say "This needs root, and there is no sudo. Please run as root: $*"
        return 1
    fi
}

apt_update() {
    [ -z "${PORTICO_APT_UPDATED:-}" ] || return 0
    as_root apt-get update -qq </dev/null || return 1
    PORTICO_APT_UPDATED=1
}

# apt_install WHY PACKAGE...
apt_install() {
    local why=$1
    shift
    if ! command -v apt-get >/dev/null; then
        say "$why is missing, and this is no Debian. Please install it by hand (Debian's name: $*)."
        return 1
    fi
    say "$why is missing: installing $*"
    apt_update || return 1
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" </dev/null >&2
}

# --- the wasm32 target --------------------------------------------------------------------

wasm_libs() { printf '%s/lib/rustlib/wasm32-unknown-unknown/lib' "$1"; }

# has_wasm RUSTC: whether that compiler has a standard library for wasm32 of its own version.
has_wasm() {
    local sysroot libs
    command -v "$1" >/dev/null || return 1
    sysroot=$("$1" --print sysroot 2>/dev/null) || return 1
    libs=$(wasm_libs "$sysroot")
    compgen -G "$libs/libstd-*.rlib" >/dev/null || return 1
    # Only a library that we built has this file: the compiler may have been upgraded since.
    if [ -f "$libs/.portico-rustc" ]; then
        [ "$(<"$libs/.portico-rustc")" = "$("$1" -vV)" ] || return 1
    fi
}

# Debian's compiler comes first for the whole build, so that one compiler builds everything.
use_debian() {
    case $PATH in
    /usr/bin:*) ;;
    *) export PATH=/usr/bin:$PATH ;;
    esac
    hash -r
}

need_wasm() {
    if has_wasm rustc; then
        :
    elif has_wasm /usr/bin/rustc; then
        use_debian
    elif command -v rustup >/dev/null && [ "${RUSTUP_AUTO_INSTALL:-1}" != 0 ]; then
        say "Adding the wasm32 target with rustup"
        rustup target add wasm32-unknown-unknown || return 1
    elif command -v apt-get >/dev/null; then
        need_wasm_from_debian || return 1
    else
        say "Rust has no standard library for wasm32-unknown-unknown here."
        say "With rustup:  rustup target add wasm32-unknown-unknown"
        say "With a distribution's Rust: install its package of that target's standard library."
        return 1
    fi
    forget_stale_wasm
}

need_wasm_from_debian() {
    local started=$SECONDS llvm wanted
    say "[1/3] Debian's Rust (rustup may not install anything here), about a minute"
    apt_install "A Rust with sources for wasm32" \
        rustc-web cargo-web rust-web-src rust-web-clippy rustfmt-web || return 1
    use_debian
    wanted=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' "$PORTICO_ROOT/Cargo.toml")
    if ! printf '%s\n%s\n' "$wanted" "$(/usr/bin/rustc -V | cut -d' ' -f2)" | sort -VC; then
        say "Debian's $(/usr/bin/rustc -V) is older than the $wanted that Portico needs (are the security updates enabled in apt's sources?)"
        return 1
    fi
    llvm=$(/usr/bin/rustc -vV | sed -n 's/^LLVM version: \([0-9]*\).*/\1/p')
    say "[2/3] lld-$llvm, the linker"
    command -v "lld-$llvm" >/dev/null || apt_install "The linker" "lld-$llvm" || return 1
    say "[3/3] The standard library for wasm32, built once, about a minute"
    build_wasm_std "$(/usr/bin/rustc --print sysroot)" "$llvm" || return 1
    rm -rf "$CARGO_TARGET_DIR/wasm32-unknown-unknown"
    say "The wasm32 target is ready after $((SECONDS - started)) s"
}

# build_wasm_std SYSROOT LLVM: builds the library with Debian's compiler and puts it under SYSROOT.
build_wasm_std() {
    local sysroot=$1 llvm=$2 scratch host libs bin status=0
    scratch=$(mktemp -d) || return 1
    host=$(/usr/bin/rustc -vV | sed -n 's/^host: //p')
    libs=$(wasm_libs "$sysroot")
    bin=$sysroot/lib/rustlib/$host/bin
    mkdir "$scratch/src"
    : >"$scratch/src/lib.rs"
    printf '[package]\nname = "scratch"\nversion = "0.0.0"\nedition = "2024"\n[lib]\ncrate-type = ["cdylib"]\n[workspace]\n' >"$scratch/Cargo.toml"
    # Linking the scratch crate itself may fail (no rust-lld yet): what counts is libstd.
    # Without embed-bitcode, link-time optimisation fails later.
    (
        cd "$scratch" &&
            env -u RUSTC -u CARGO -u RUSTUP_TOOLCHAIN PATH="/usr/bin:$PATH" CARGO_TARGET_DIR="$scratch/target" \
                RUSTC_BOOTSTRAP=1 RUSTFLAGS="-Cembed-bitcode=yes" \
                /usr/bin/cargo build --release --target wasm32-unknown-unknown \
                -Zbuild-std=std,panic_abort,panic_unwind,test,proc_macro
    ) >"$scratch/log" 2>&1 </dev/null || true
    if compgen -G "$scratch/target/wasm32-unknown-unknown/release/deps/libstd-*.rlib" >/dev/null; then
        /usr/bin/rustc -vV >"$scratch/.portico-rustc"
        as_root mkdir -p "$libs" "$bin" &&
            as_root find "$libs" -name '*.rlib' -delete &&
            as_root cp "$scratch"/target/wasm32-unknown-unknown/release/deps/*.rlib "$libs/" &&
            { [ -e "$bin/rust-lld" ] || as_root ln -sf "$(command -v "lld-$llvm")" "$bin/rust-lld"; } &&
            as_root cp "$scratch/.portico-rustc" "$libs/" || status=1
    else
        tail -n 20 "$scratch/log" >&2
        say "The standard library for wasm32 could not be built; the end of its log stands above."
        status=1
    fi
    rm -rf "$scratch"
    return $status
}

# Cargo does not notice that a standard library was rebuilt: what was built against another is deleted.
forget_stale_wasm() {
    local built=$CARGO_TARGET_DIR/wasm32-unknown-unknown std
    std=$(stat -c '%n %s %Y' "$(wasm_libs "$(rustc --print sysroot)")"/libstd-*.rlib) || return 1
    if [ -f "$built/.std" ] && [ "$(<"$built/.std")" != "$std" ]; then
        say "The standard library for wasm32 is another one now: what was built against the old one goes"
        rm -rf "$built"
    fi
    if [ ! -f "$built/.std" ]; then
        mkdir -p "$built"
        printf '%s\n' "$std" >"$built/.std"
    fi
}

# --- what the tests need ------------------------------------------------------------------

# Chromium without a window, which takes half the time of the whole one.
need_chromium() {
    [ -x /usr/bin/chromium-headless-shell ] || apt_install "Chromium" chromium-headless-shell
}

need_postgres() {
    compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null ||
        command -v initdb >/dev/null ||
        apt_install "PostgreSQL's server" postgresql
}

need_libvirt() {
    export PORTICO_GUEST_PARTS=$CARGO_TARGET_DIR/guest-parts
    if ! { [ -x /usr/sbin/libvirtd ] && [ -x /usr/sbin/virtlogd ] && command -v virsh && command -v qemu-system-x86_64 &&
        command -v pkg-config && pkg-config --exists libvirt && [ -e /usr/share/seabios/bios-256k.bin ]; } >/dev/null; then
        apt_install "libvirt with qemu" qemu-system-x86 libvirt-daemon libvirt-daemon-system libvirt-clients \
            libvirt-daemon-driver-qemu seabios libvirt-dev pkg-config || return 1
    fi
    # A qemu-utils of backports conflicts with these and is removed by them: so Debian's own, afterwards.
    command -v qemu-img >/dev/null || apt_install "qemu-img" qemu-utils || return 1
    need_guest_parts && start_libvirt
}

# Debian's cloud kernel and busybox. They are unpacked, not installed: this machine's own boot stays as it is.
need_guest_parts() {
    local scratch kernel deb module status=0
    [ ! -e "$PORTICO_GUEST_PARTS/complete" ] || return 0
    if [ "$(uname -m)" != x86_64 ] || ! command -v apt-get >/dev/null; then
        say "The guests of the tests need Debian's packages for amd64, and this is another system."
        return 1
    fi
    say "A kernel and busybox for the guests of the tests"
    apt_update || return 1
    kernel=$(apt-cache depends linux-image-cloud-amd64 | sed -n 's/^ *Depends: \(linux-image-[^ ]*\)$/\1/p' | head -n 1)
    scratch=$(mktemp -d) || return 1
    if (cd "$scratch" && apt-get download -qq -o APT::Sandbox::User=root "${kernel:-linux-image-cloud-amd64}" busybox-static </dev/null >&2) &&
        for deb in "$scratch"/*.deb; do dpkg-deb -x "$deb" "$scratch/unpacked" || break; done &&
        rm -rf "$PORTICO_GUEST_PARTS" && mkdir -p "$PORTICO_GUEST_PARTS" &&
        cp "$scratch"/unpacked/boot/vmlinuz-* "$PORTICO_GUEST_PARTS/vmlinuz" &&
        cp "$scratch/unpacked/bin/busybox" "$PORTICO_GUEST_PARTS/"; then
        for module in virtio virtio_ring virtio_pci_legacy_dev virtio_pci_modern_dev virtio_pci virtio_blk cdrom isofs evdev button; do
            find "$scratch/unpacked/lib/modules" -name "$module.ko" -exec cp -t "$PORTICO_GUEST_PARTS" {} +
            if [ ! -e "$PORTICO_GUEST_PARTS/$module.ko" ]; then
                say "$kernel has no module $module."
                status=1
            fi
        done
    else
        say "The packages $kernel and busybox-static could not be unpacked."
        status=1
    fi
    rm -rf "$scratch"
    [ $status = 0 ] && touch "$PORTICO_GUEST_PARTS/complete"
}

# The daemons stay when the tests are over, as services of a system do.
start_libvirt() {
    local tries
    # As udev has it. Without udev the group may not use it, and libvirtd then asks qemu what it can do at every call, for
    # half a minute each.
    if [ -c /dev/kvm ] && [ "$(stat -c %G /dev/kvm)" != kvm ] && getent group kvm >/dev/null; then
        say "Giving /dev/kvm to the group kvm"
        as_root chgrp kvm /dev/kvm && as_root chmod 660 /dev/kvm
    fi
    ! libvirt_answers || return 0
    if [ -d /run/systemd/system ]; then
        say "Starting libvirtd with systemd"
        as_root systemctl start virtlogd.socket libvirtd
    else
        say "Starting virtlogd and libvirtd"
        pgrep -x virtlogd >/dev/null || as_root /usr/sbin/virtlogd -d </dev/null
        pgrep -x libvirtd >/dev/null || as_root /usr/sbin/libvirtd -d </dev/null
    fi
    for tries in 1 2 3 4 5 6 7 8 9 10; do
        ! libvirt_answers || return 0
        sleep 1
    done
    say "libvirtd does not answer at qemu:///system: is this user root or in the group libvirt? Its own words:"
    virsh --connect qemu:///system version >&2
    return 1
}

libvirt_answers() { timeout 20 virsh --quiet --connect qemu:///system version >/dev/null 2>&1; }

# The package would start a server on the port of DNS; the tests start their own.
need_pdns() {
    if command -v pdns_server >/dev/null && command -v pdnsutil >/dev/null && command -v sqlite3 >/dev/null &&
        [ -f /usr/share/pdns-backend-sqlite3/schema/schema.sqlite3.sql ]; then
        return 0
    fi
    local policy=/usr/sbin/policy-rc.d made='' status=0
    if [ ! -e "$policy" ]; then
        printf '#!/bin/sh\nexit 101\n' | as_root tee "$policy" >/dev/null && as_root chmod +x "$policy" && made=1
    fi
    apt_install "PowerDNS" pdns-server pdns-backend-sqlite3 sqlite3 || status=1
    [ -z "$made" ] || as_root rm -f "$policy"
    # Nor with the next start of the machine.
    if command -v systemctl >/dev/null; then
        as_root systemctl disable --quiet pdns.service 2>/dev/null || true
    fi
    return $status
}

need_npm() {
    local here=$PORTICO_ROOT/end2end
    if ! command -v npm >/dev/null; then
        say "npm is missing: install Node 20 or newer."
        return 1
    fi
    # npm writes the hidden lock file last, so it is newer than the lock that it was made from.
    if [ "$here/node_modules/.package-lock.json" -nt "$here/package-lock.json" ]; then
        return 0
    fi
    say "npm packages of end2end, from the lock file"
    (cd "$here" && npm ci --no-fund --no-audit --loglevel=error </dev/null >&2)
}

# --- the build tool -----------------------------------------------------------------------

run_xtask() {
    local quiet=--quiet
    if [ ! -x "$CARGO_TARGET_DIR/debug/xtask" ]; then
        say "First the build tool itself (xtask)"
        quiet=
    fi
    # In CI a lock file that does not match the manifests is an error, not something to mend.
    cargo build ${quiet:+"$quiet"} ${CI:+--locked} --manifest-path "$PORTICO_ROOT/Cargo.toml" --package xtask || return 1
    exec "$CARGO_TARGET_DIR/debug/xtask" "$@"
}

if [ "${BASH_SOURCE[0]}" = "$0" ]; then
    set -euo pipefail
    need_wasm
    say "$(rustc -V) at $(command -v rustc), wasm32 present"
fi
