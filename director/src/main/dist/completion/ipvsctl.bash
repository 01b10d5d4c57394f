# shellcheck shell=bash
# bash completion for ipvsctl and the names of ipvsadm; for zsh see _ipvsctl. Source it, or put it where bash-completion looks, such as
# /usr/share/bash-completion/completions/ipvsctl.

_ipvsctl() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} program=${COMP_WORDS[0]##*/}
    local commands='-A --add-service -E --edit-service -D --delete-service -C --clear -L --list -Z --zero -a --add-server -e --edit-server
        -d --delete-server -R --restore -S --save --set --start-daemon --stop-daemon -h --help -v --version'
    local service='-t --tcp-service -u --udp-service --sctp-service -f --fwmark-service -6'
    local ours='' word_list
    COMPREPLY=()
    [ "$program" = ipvsctl ] && ours=yes

    case $before in
        -s | --scheduler) word_list='rr wrr lc wlc lblc lblcr dh sh sed nq fo ovf mh' ;;
        -b | --sched-flags) word_list='sh-fallback sh-port mh-fallback mh-port flag-1 flag-2 flag-3' ;;
        --pe) word_list=sip ;;
        --tun-type) word_list='ipip gue gre' ;;
        --start-daemon | --stop-daemon) word_list='master backup' ;;
        --mcast-interface) word_list=$(cd /sys/class/net 2>/dev/null && echo *) ;;
        --protocol) word_list='tcp udp sctp fwm' ;;
        --sort-by) word_list='name cps inpps outpps inbps outbps active inactive' ;;
        --state) word_list='ESTABLISHED SYN_SENT SYN_RECV FIN_WAIT TIME_WAIT CLOSE CLOSE_WAIT LAST_ACK LISTEN SYNACK NONE UDP' ;;
        -t | --tcp-service | -u | --udp-service | --sctp-service | -f | --fwmark-service)
            word_list=$(_ipvsctl_services "$before")
            ;;
        diff | apply)
            case $word in
                -*) word_list=$(_ipvsctl_options "$before") ;;
                *)
                    mapfile -t COMPREPLY < <(compgen -f -- "$word")
                    return
                    ;;
            esac
            ;;
        *) word_list=$(_ipvsctl_options "${COMP_WORDS[1]}") ;;
    esac
    # Colons part words for bash: what stands before the last one is typed already.
    mapfile -t COMPREPLY < <(compgen -W "$word_list" -- "$word")
    declare -F __ltrim_colon_completions >/dev/null && __ltrim_colon_completions "$word"
}

# The options that go with a command; the commands where there is none yet.
_ipvsctl_options() {
    local scheduling='-s --scheduler -p --persistent -M --netmask --pe -b --sched-flags -o --ops'
    local server='-r --real-server'
    local forwarding='-g --gatewaying -i --ipip -m --masquerading -w --weight -x --u-threshold -y --l-threshold --tun-type --tun-port
        --tun-nocsum --tun-csum --tun-remcsum'
    [ "$COMP_CWORD" -gt 1 ] || {
        echo "$commands${ours:+ diff apply watch}"
        return
    }
    case $1 in
        -A | -E | --add-service | --edit-service) echo "$service $scheduling" ;;
        -D | --delete-service | -Z | --zero) echo "$service" ;;
        -a | -e | --add-server | --edit-server) echo "$service $server $forwarding" ;;
        -d | --delete-server) echo "$service $server" ;;
        -L* | -l* | --list)
            echo "$service -n --numeric -c --connection -X --exact --stats --rate --thresholds --persistent-conn --tun-info --timeout" \
                "--daemon --nosort ${ours:+$server --json --protocol --state}"
            ;;
        -S | --save) echo '-n --numeric' ;;
        --start-daemon) echo '--mcast-interface --syncid --sync-maxlen --mcast-group --mcast-port --mcast-ttl' ;;
        --stop-daemon) echo --syncid ;;
        diff) echo --json ;;
        apply) echo --dry-run ;;
        watch) echo "$service $server -n --protocol --interval --sort-by" ;;
    esac
}

# The services of the kernel's table that an option names; nothing without the privilege to look.
_ipvsctl_services() {
    local option=$1
    case $option in
        --tcp-service) option=-t ;;
        --udp-service) option=-u ;;
        --fwmark-service) option=-f ;;
    esac
    "${COMP_WORDS[0]}" -S -n 2>/dev/null | while read -r command its_option name _; do
        [ "$command" = -A ] && [ "$its_option" = "$option" ] && echo "$name"
    done
}

complete -F _ipvsctl ipvsctl ipvsadm
