# The real servers' programs: vsftpd on 9814 with passive ports inside 8000-10000, nginx as REST server on 9826. Source this.
# shellcheck shell=bash disable=SC2154 # work, address and vip are the demonstration's

# start_services MACHINE
start_services() {
    local name=$1 files=$work/files-$1
    if [ ! -d "$files" ]; then
        mkdir -p "$files"
        echo "$name" >"$files/who"
        head -c 1000000 /dev/urandom >"$files/megabyte"
        vsftpd_config "$name" >"$work/$name-vsftpd.conf"
        nginx_config "$name" >"$work/$name-nginx.conf"
    fi
    on "$name" mkdir -p /run/vsftpd/empty
    on "$name" vsftpd "$work/$name-vsftpd.conf" >>"$work/$name.log" 2>&1 &
    on "$name" nginx -e stderr -c "$work/$name-nginx.conf" >>"$work/$name.log" 2>&1 &
}

vsftpd_config() {
    cat <<CONF
listen=YES
listen_port=9814
background=NO
anonymous_enable=YES
no_anon_password=YES
anon_root=$work/files-$1
ftpd_banner=$1
pasv_enable=YES
pasv_min_port=9000
pasv_max_port=9100
seccomp_sandbox=NO
xferlog_enable=NO
CONF
}

nginx_config() {
    cat <<CONF
daemon off;
pid /run/nginx.pid;
worker_processes 1;
error_log stderr;
events { }
http {
    access_log off;
    keepalive_timeout 0;
    server {
        listen 9826;
        location /who {
            default_type text/plain;
            return 200 "$1\n";
        }
    }
}
CONF
}

# services_answer MACHINE: asked on its own address, as the checks do.
services_answer() {
    on client curl -s --max-time 1 -o /dev/null "http://${address[$1]}:9826/who" &&
        on client curl -s --max-time 2 -o /dev/null "ftp://${address[$1]}:9814/who"
}

# stop_services MACHINE
stop_services() {
    on "$1" pkill -TERM -x 'nginx|vsftpd'
}

# passive_transfer: a megabyte through the VIP. The greeting names the server of the control connection, the content that of
# the data connection.
passive_transfer() {
    local control data
    on client curl -sS -v --max-time 20 "ftp://$vip:9814/who" -o "$work/who" "ftp://$vip:9814/megabyte" -o "$work/megabyte" \
        2>"$work/ftp.log" || { cat "$work/ftp.log"; return 1; }
    control=$(sed -n 's/^< 220 \(real[12]\).*/\1/p' "$work/ftp.log")
    data=$(cat "$work/who")
    say "control connection: $control; data connections on $(passive_ports): $data"
    [ "$control" = "$data" ] && cmp "$work/megabyte" "$work/files-$data/megabyte" && say "a megabyte arrived whole"
}

# The ports the server opened: 229 Entering Extended Passive Mode (|||9042|)
passive_ports() {
    sed -n 's/^< 229 .*|||\([0-9]*\)|.*/\1/p' "$work/ftp.log" | paste -s -d ' '
}
