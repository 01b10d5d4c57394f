#!/bin/bash
# Is an nginx master process running? If not: start nginx, give it five seconds, and if that did not help
# stop keepalived, so that the other machine takes the address.

nginx_runs() {
    [[ -n "$(ps aux | grep "nginx: master process" | grep -v grep)" ]]
}

if ! nginx_runs; then
    systemctl restart nginx
    sleep 5
    if ! nginx_runs; then
        systemctl stop keepalived
    fi
fi
