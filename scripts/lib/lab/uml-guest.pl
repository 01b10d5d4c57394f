# Process 1 inside the lab's User-Mode Linux: takes one order from uml.pl on the host, runs the command, reports its exit code.
# The serial lines: ttyS0 standard input, ttyS1 output, ttyS2 errors, ttyS3 orders and reports. See uml.pl for their format.
use strict;
use warnings;
use FindBin qw($RealDir);
use POSIX qw(:termios_h :fcntl_h :sys_wait_h setsid tcdrain);

my @lines = map { open_raw("/dev/ttyS$_") } 0 .. 3;
my ($input, $output, $errors, $orders) = @lines;
say_to_host("ready");

my %order = map { $_ => read_block($orders) } qw(argv environment keep directory terminal);
my @argv = split /\0/, $order{argv}, -1;
system("$RealDir/uml-setup", split /\0/, $order{keep}) == 0 or lab_failed("uml-setup failed");

my @pumps;
my $command = $order{terminal} ? start_on_terminal() : start_on_pipes();
my $signals = in_background(\&forward_signals);
my $code = wait_for($command);
end_everything_else();
waitpid $_, 0 for @pumps;
system "sync";
tcdrain(fileno $_) for $output, $errors, $input;
say_to_host("exit $code");
sleep;    # uml.pl ends this kernel from outside

sub open_raw {
    my ($path) = @_;
    sysopen my $line, $path, O_RDWR | O_NOCTTY or die "$path: $!";
    my $settings = POSIX::Termios->new;
    $settings->getattr(fileno $line);
    $settings->setiflag(0);
    $settings->setoflag(0);
    $settings->setlflag(0);
    $settings->setcc(VMIN,  1);
    $settings->setcc(VTIME, 0);
    $settings->setattr(fileno $line, TCSANOW);
    return $line;
}

sub say_to_host {
    my ($text) = @_;
    syswrite $orders, "$text\n";
    tcdrain(fileno $orders);
}

sub lab_failed {
    my ($why) = @_;
    print STDERR "$why\n";
    say_to_host("failed");
    sleep;
}

# "LENGTH\n" and as many bytes; undef at the end of the stream.
sub read_block {
    my ($from) = @_;
    my $length = '';
    while (1) {
        sysread($from, my $byte, 1) or return undef;
        last if $byte eq "\n";
        $length .= $byte;
    }
    my $block = '';
    while (length $block < $length) {
        sysread($from, $block, $length - length $block, length $block) or return undef;
    }
    return $block;
}

sub write_all {
    my ($to, $bytes) = @_;
    my $done = 0;
    while ($done < length $bytes) {
        $done += syswrite($to, $bytes, length($bytes) - $done, $done) // return 0;
    }
    return 1;
}

sub in_background {
    my ($work, @close) = @_;
    my $pid = fork // die "fork: $!";
    return $pid if $pid;
    close $_ for @close;
    $work->();
    POSIX::_exit(0);
}

sub start_on_pipes {
    pipe my $in_read,  my $in_write  or die;
    pipe my $out_read, my $out_write or die;
    pipe my $err_read, my $err_write or die;
    my $pid = in_background(
        sub {
            open STDIN,  '<&', $in_read   or die;
            open STDOUT, '>&', $out_write or die;
            open STDERR, '>&', $err_write or die;
            become_command();
        }
    );
    close $_ for $in_read, $out_write, $err_write;
    push @pumps, in_background(sub { pump($out_read, $output) }, $in_write, $err_read);
    push @pumps, in_background(sub { pump($err_read, $errors) }, $in_write, $out_read);
    in_background(sub { feed($in_write) }, $out_read, $err_read);
    return $pid;
}

sub pump {
    my ($from, $to) = @_;
    while (sysread $from, my $bytes, 65536) {
        write_all($to, $bytes);
    }
}

# Standard input comes in blocks; an empty one is its end, which a serial line cannot carry.
sub feed {
    my ($to) = @_;
    local $SIG{PIPE} = 'IGNORE';
    my $open = 1;
    while (defined(my $block = read_block($input))) {
        if ($block eq '') {
            close $to;
            $open = 0;
        } elsif ($open) {
            $open = write_all($to, $block);
        }
    }
}

sub start_on_terminal {
    return in_background(
        sub {
            setsid();
            close $input;
            open STDIN, '+<', '/dev/ttyS0' or die "/dev/ttyS0: $!";
            open STDOUT, '>&', \*STDIN or die;
            open STDERR, '>&', \*STDIN or die;
            my ($rows, $columns) = split ' ', $order{terminal};
            system 'stty', 'sane', 'rows', $rows, 'columns', $columns;
            become_command();
        }
    );
}

sub become_command {
    close $_ for @lines;
    %ENV = map { split /=/, $_, 2 } split /\0/, $order{environment};
    $ENV{MODPROBE_OPTIONS} = '-d /dev/lab';
    unless (chdir $order{directory}) {
        print STDERR "scripts/lab: $order{directory}: $!\n";
        POSIX::_exit(125);
    }
    no warnings 'exec';
    exec { $argv[0] } @argv;
    print STDERR "scripts/lab: $argv[0]: $!\n";
    POSIX::_exit($!{ENOENT} ? 127 : 126);
}

sub forward_signals {
    while (defined(my $word = read_block($orders))) {
        if ($word =~ /^size (\d+) (\d+)$/) {
            system "stty -F /dev/ttyS0 rows $1 columns $2";
        } else {
            kill $word, $command;
        }
    }
}

sub wait_for {
    my ($pid) = @_;
    while ((my $ended = wait) != $pid) {
        return 125 if $ended < 0;
    }
    return WIFSIGNALED($?) ? 128 + WTERMSIG($?) : WEXITSTATUS($?);
}

# The lab ends with its command: what it left running goes, save the pumps that still carry its output.
sub end_everything_else {
    my %keep = map { $_ => 1 } 1, @pumps;
    for (1 .. 2) {
        opendir my $proc, '/proc' or die;
        kill 'KILL', grep { /^\d+$/ && !$keep{$_} && readlink "/proc/$_/exe" } readdir $proc;
    }
}
