# host-init.pl COUNT DIRECTORY... CMD [ARGUMENT]...: process 1 of the lab's namespaces on the host; see host.pl.
# Keeps the COUNT DIRECTORIES the host's, runs CMD, passes signals on to it and exits as it did.
use strict;
use warnings;
use Cwd qw(getcwd);
use FindBin qw($RealDir);
use POSIX qw(:sys_wait_h);

my @keep = splice @ARGV, 0, shift @ARGV;
system("$RealDir/host-setup", @keep) == 0 or exit 125;

# Its path goes through mounts made since it was entered: enter it anew.
chdir getcwd();

my $command = fork // die "fork: $!";
if ($command == 0) {
    no warnings 'exec';
    exec { $ARGV[0] } @ARGV;
    print STDERR "scripts/lab: $ARGV[0]: $!\n";
    POSIX::_exit($!{ENOENT} ? 127 : 126);
}
for my $name (qw(TERM INT QUIT HUP USR1 USR2)) {
    $SIG{$name} = sub { kill $name, $command };
}
# Perl runs a signal's handler only between its own steps, so no wait may be without end.
$SIG{CHLD} = sub { };
while ((my $ended = waitpid -1, WNOHANG) != $command) {
    exit 125 if $ended < 0;
    select undef, undef, undef, 0.1 if $ended == 0;
}
exit(WIFSIGNALED($?) ? 128 + WTERMSIG($?) : WEXITSTATUS($?));
