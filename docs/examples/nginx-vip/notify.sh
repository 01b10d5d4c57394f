#!/bin/bash
# notify.sh VIP ROLE: keeps a record of the roles this machine has had.

vip=$1
role=$2
log=/var/log/keepalived.mail

{
    echo "$(hostname) to be ${role}: ${vip} floating"
    echo "$(date '+%F %H:%M:%S'): vrrp transition, $(hostname) changed to be ${role}"
    echo ""
} >> "$log"
