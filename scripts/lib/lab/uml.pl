# uml.pl CHECKOUT CMD [ARGUMENT]...: runs CMD in a User-Mode Linux of its own; scripts/lab's second half.
#
# Four of the guest's serial lines are pipes to here. Orders, signals and standard input go as blocks: decimal length,
# newline, that many bytes; an empty block ends standard input. Reports come as lines: ready, failed, exit CODE. Output is raw.
# Everything of the lab lives in one process namespace, whose first process dies with this one, even by kill -9.
use strict;
use warnings;
use Cwd qw(getcwd);
use Errno qw(EAGAIN EINTR);
use FindBin qw($RealDir);
use POSIX qw(:fcntl_h dup2 setsid);

my ($checkout, @argv) = @ARGV;
my $terminal = -t STDIN && -t STDOUT && -t STDERR;
my $boot_seconds = 60;

# The guest's end of each pipe, by its fd in linux.uml: lines 0 to 3 read 10, 12, 14, 16 and write 11, 13, 15, 17.
my (@to_guest, @from_guest, %guest_fd);
for my $line (0 .. 3) {
    pipe my $guest_reads, my $host_writes or die "pipe: $!";
    pipe my $host_reads, my $guest_writes or die "pipe: $!";
    $guest_fd{10 + 2 * $line} = $guest_reads;
    $guest_fd{11 + 2 * $line} = $guest_writes;
    push @to_guest,   $host_writes;
    push @from_guest, $host_reads;
}
open my $boot_log, '+>', undef or die "temporary file: $!";

my $kernel = fork // die "fork: $!";
become_kernel() if $kernel == 0;
close $_ for values %guest_fd;
fcntl $to_guest[0], F_SETFL, O_NONBLOCK;

my $saved_terminal;
my $pending_input = '';
my ($ready, $exit_code);
my %sink = (fileno($from_guest[0]) => \*STDOUT, fileno($from_guest[1]) => \*STDOUT, fileno($from_guest[2]) => \*STDERR);
my %open = map { fileno $_ => $_ } @from_guest;
my $stdin_open = 1;

for my $name (qw(TERM INT HUP QUIT USR1 USR2 CONT)) {
    $SIG{$name} = sub { send_block($to_guest[3], $name) if $ready };
}
$SIG{WINCH} = sub { send_block($to_guest[3], 'size ' . terminal_size()) if $ready && $terminal };

my $deadline = time + $boot_seconds;
relay() while !defined $exit_code && %open;
finish();

sub become_kernel {
    setsid();
    open STDIN,  '<',  '/dev/null' or die;
    open STDOUT, '>&', $boot_log   or die;
    open STDERR, '>&', $boot_log   or die;
    # First out of the way of 10 to 17, then there; what perl opened itself closes with exec.
    my %moved = map { $_ => fcntl($guest_fd{$_}, F_DUPFD, 100) } keys %guest_fd;
    dup2($moved{$_}, $_) for keys %moved;
    POSIX::close($_) for values %moved;
    $ENV{TMPDIR} = memory_folder();
    my @serial = map { "ssl$_=fd:" . (10 + 2 * $_) . ',fd:' . (11 + 2 * $_) } 0 .. 3;
    exec 'setpriv', '--pdeathsig', 'KILL', 'unshare', '--mount', '--pid', '--fork', '--kill-child', '--mount-proc',
        'sh', '-c', 'mount -t tmpfs lab /run && mkdir /run/uml && exec "$@"', 'sh',
        'linux.uml', 'mem=' . memory(), 'root=/dev/root', 'rootfstype=hostfs', 'rootflags=/', 'rw', 'uml_dir=/run/uml',
        "init=$RealDir/uml-init", 'con=null', 'con0=null,fd:1', 'ssl=null', @serial, 'quiet';
    die "setpriv: $!";
}

sub memory { return $ENV{LAB_MEM} || '2G' }

# linux.uml keeps its memory in a file; it must be one that can be executed, on something large enough.
sub memory_folder {
    my ($number, $unit) = memory() =~ /^(\d+)([KkMmGg])$/ or die "LAB_MEM is '" . memory() . "'; it can be 512M or 2G\n";
    my $kilobytes = $number * { k => 1, m => 1024, g => 1024 * 1024 }->{ lc $unit };
    for my $folder ('/dev/shm', '/tmp', '/var/tmp') {
        my (undef, $line) = `df -Pk $folder 2>/dev/null`;
        next unless defined $line && (split ' ', $line)[3] > $kilobytes;
        next if `findmnt -n -o OPTIONS -T $folder` =~ /\bnoexec\b/;
        return $folder;
    }
    die 'no room for ' . memory() . " in /dev/shm, /tmp or /var/tmp: set LAB_MEM\n";
}

sub send_block {
    my ($to, $bytes) = @_;
    syswrite $to, length($bytes) . "\n$bytes";
}

sub terminal_size { my $size = `stty size 2>/dev/null`; chomp $size; return $size || '24 80' }

# One round of carrying bytes; returns after anything happened.
sub relay {
    my ($read, $write) = ('', '');
    vec($read, $_, 1) = 1 for keys %open;
    vec($read, fileno STDIN, 1) = 1 if $ready && $stdin_open && $pending_input eq '';
    vec($write, fileno $to_guest[0], 1) = 1 if $pending_input ne '';
    # Perl runs a signal's handler only between its own steps: one that comes just before select would wait with it.
    my $found = select $read, $write, undef, 0.2;
    if ($found < 0) { return }
    if (!$ready && time > $deadline) { %open = (); return }
    for my $fd (keys %open) { from_guest($fd) if vec $read, $fd, 1 }
    from_stdin() if vec $read, fileno STDIN, 1;
    flush_input() if $pending_input ne '';
}

sub from_guest {
    my ($fd) = @_;
    my $count = sysread $open{$fd}, my $bytes, 65536;
    if (!$count) {
        delete $open{$fd} unless !defined $count && $!{EINTR};
        return;
    }
    return write_all($sink{$fd}, $bytes) if $sink{$fd};
    for my $report (split /\n/, $bytes) {
        if ($report eq 'ready') { give_orders() }
        elsif ($report =~ /^exit (\d+)$/) { $exit_code = $1 }
        else { %open = () }
    }
}

sub give_orders {
    my %keep = map { $_ => 1 } $checkout, getcwd();
    delete $keep{'/'};
    send_block($to_guest[3], $_)
        for join("\0", @argv), join("\0", map { "$_=$ENV{$_}" } keys %ENV), join("\0", sort keys %keep), getcwd(),
        $terminal ? terminal_size() : '';
    $ready = 1;
    return unless $terminal;
    chomp($saved_terminal = `stty -g`);
    system 'stty raw -echo';
}

sub from_stdin {
    my $count = sysread STDIN, my $bytes, 65536;
    return if !defined $count && $!{EINTR};
    $stdin_open = 0 unless $count;
    return if $terminal && !$count;
    $bytes = '' unless $count;
    $pending_input .= $terminal ? $bytes : length($bytes) . "\n$bytes";
}

sub flush_input {
    my $count = syswrite $to_guest[0], $pending_input;
    substr($pending_input, 0, $count) = '' if $count;
}

sub write_all {
    my ($to, $bytes) = @_;
    my $done = 0;
    while ($done < length $bytes) {
        my $count = syswrite $to, $bytes, length($bytes) - $done, $done;
        if (defined $count) { $done += $count }
        elsif ($!{EAGAIN}) { select undef, my $writable = fd_bit($to), undef, undef }
        elsif (!$!{EINTR}) { last }
    }
}

sub fd_bit { my $bits = ''; vec($bits, fileno $_[0], 1) = 1; return $bits }

sub finish {
    kill 'KILL', $kernel;
    for my $fd (grep { $sink{$_} } keys %open) {
        while (sysread $open{$fd}, my $bytes, 65536) { write_all($sink{$fd}, $bytes) }
    }
    waitpid $kernel, 0;
    system 'stty', $saved_terminal if $saved_terminal;
    exit $exit_code if defined $exit_code;
    print STDERR 'scripts/lab: the lab ', $ready ? 'died' : 'did not start', "; its kernel's last words:\n";
    seek $boot_log, 0, 0;
    my @words = <$boot_log>;
    print STDERR @words[($#words > 30 ? $#words - 30 : 0) .. $#words];
    exit 125;
}
