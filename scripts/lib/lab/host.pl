# host.pl CHECKOUT CMD [ARGUMENT]...: runs CMD on this host's kernel in namespaces of its own: network, mounts, processes.
# The namespaces' first process dies with this one, even by kill -9, and takes everything in them along.
use strict;
use warnings;
use Cwd qw(getcwd);
use FindBin qw($RealDir);
use POSIX qw(:sys_wait_h);

my ($checkout, @argv) = @ARGV;
my %keep = map { $_ => 1 } $checkout, getcwd();
delete $keep{'/'};

my $unshare = fork // die "fork: $!";
if ($unshare == 0) {
    exec 'setpriv', '--pdeathsig', 'KILL', 'unshare', '--net', '--mount', '--pid', '--fork', '--kill-child', '--mount-proc',
        'perl', "$RealDir/host-init.pl", scalar(keys %keep), sort(keys %keep), @argv;
    die "setpriv: $!";
}

# A terminal sends its own signals to the whole foreground group, the command included.
my @forwarded = -t STDIN ? qw(TERM HUP USR1 USR2) : qw(TERM INT QUIT HUP USR1 USR2);
$SIG{$_} = \&forward for @forwarded;
$SIG{$_} //= 'IGNORE' for qw(INT QUIT);
# Perl runs a signal's handler only between its own steps, so no wait may be without end.
$SIG{CHLD} = sub { };
select undef, undef, undef, 0.1 until waitpid($unshare, WNOHANG) == $unshare;
exit(WIFSIGNALED($?) ? 128 + WTERMSIG($?) : WEXITSTATUS($?));

# To the namespaces' first process, which is unshare's only child and passes it on.
sub forward {
    my ($name) = @_;
    open my $children, '<', "/proc/$unshare/task/$unshare/children" or return;
    kill $name, split ' ', <$children> // '';
}
