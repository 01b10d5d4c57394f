# Reads virtual services out of a keepalived.conf. Source this.
# shellcheck shell=bash

# service_ports VIP FILE: the ports of the virtual services on VIP itself, one a line: virtual_server VIP PORT, and the
# members of groups. Braces may be glued to a word, or stand on a line of their own.
service_ports() {
    sed -e 's/[#!].*//' -e 's/[{}]/ & /g' -e "s/[\"']//g" "$2" | awk -v vip="$1" '
        { for (i = 1; i <= NF; i++) word[++words] = $i }
        END {
            for (i = 1; i <= words; i++) {
                if (word[i] == "{") depth++
                else if (word[i] == "}") { if (--depth == 0) in_group = 0 }
                else if (depth == 0 && word[i] == "virtual_server_group") in_group = 1
                else if (word[i] == vip && (in_group || word[i - 1] == "virtual_server")) print word[i + 1]
            }
        }' | sort -n -u
}
