# Installs what a script lacks, and nothing else. Source this, then: need COMMAND PACKAGE ...; install_needed
# shellcheck shell=bash

needed_packages=()

# need COMMAND PACKAGE [COMMAND PACKAGE]...: notes PACKAGE where COMMAND is not to be found.
need() {
    while [ $# -ge 2 ]; do
        command -v "$1" >/dev/null 2>&1 || [ -x "/usr/sbin/$1" ] || needed_packages+=("$2")
        shift 2
    done
}

# install_needed: apt-gets the packages noted, with progress on standard error; quick where nothing lacks.
install_needed() {
    [ ${#needed_packages[@]} -gt 0 ] || return 0
    echo "installing from Debian: ${needed_packages[*]}" >&2
    if [ "$(id -u)" -ne 0 ]; then
        echo "${0##*/}: needs ${needed_packages[*]}; install them, or run me as root" >&2
        return 1
    fi
    # Two scripts at once would fail on apt's own lock.
    (
        flock 9
        forbid_service_starts
        trap allow_service_starts EXIT
        apt_get install -y --no-install-recommends "${needed_packages[@]}" ||
            { apt_get update && apt_get install -y --no-install-recommends "${needed_packages[@]}"; }
    ) 9>/run/lock/lvs-director-packages >&2
    needed_packages=()
}

apt_get() {
    DEBIAN_FRONTEND=noninteractive apt-get -q -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=300 "$@"
}

# Debian starts keepalived, frr, nginx and vsftpd as they are installed; on a build machine none of them may run.
forbid_service_starts() {
    if [ -e /usr/sbin/policy-rc.d ]; then
        return 0
    fi
    printf '#!/bin/sh\n# lvs-director: services stay off while its packages are installed\nexit 101\n' >/usr/sbin/policy-rc.d
    chmod 755 /usr/sbin/policy-rc.d
}

allow_service_starts() {
    if grep -qs '^# lvs-director:' /usr/sbin/policy-rc.d; then
        rm -f /usr/sbin/policy-rc.d
    fi
}

# What compiling and packaging takes.
need_for_build() {
    need javac openjdk-17-jdk-headless mvn maven
}

# What the tests and the demo run beside our own programs; scripts/lab sees to its own.
need_for_tests() {
    need ip iproute2 ipvsadm ipvsadm keepalived keepalived nginx nginx-light vsftpd vsftpd curl curl tcpdump tcpdump \
        killall psmisc ps procps ping iputils-ping iptables iptables nft nftables unshare util-linux perl perl-base \
        shellcheck shellcheck openssl openssl dnsmasq dnsmasq-base smtp-sink postfix named bind9 \
        aiosmtpd python3-aiosmtpd \
        /usr/lib/frr/vrrpd frr
}
