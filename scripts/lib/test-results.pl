#!/usr/bin/perl
# test-results.pl failed|passed REPORT...: one line for each test that JUnit XML reports call failed, broken or skipped, or for each other one:
# its unique id ("-" where the report has none), its name, and the first line of why; a tab between them.
use strict;
use warnings;

my %entity = (lt => '<', gt => '>', quot => '"', apos => "'", amp => '&');

sub plain {
    my ($text) = @_;
    $text =~ s/&#(\d+);/chr $1/ge;
    $text =~ s/&(lt|gt|quot|apos|amp);/$entity{$1}/g;
    ($text) = split /[\r\n]/, $text, 2;
    $text //= "";
    $text =~ tr/\t/ /;
    return substr $text, 0, 300;
}

my $wanted = shift;
for my $report (@ARGV) {
    open my $in, '<', $report or die "$report: $!\n";
    my $xml = do { local $/; <$in> };
    while ($xml =~ m{<testcase\b([^>]*?)(?:/>|>(.*?)</testcase>)}gs) {
        my ($head, $body) = ($1, $2 // '');
        my ($kind, $attributes) = $body =~ m{<(failure|error|skipped)\b([^>]*)};
        next if $wanted ne (defined $kind ? 'failed' : 'passed');
        my ($name) = $head =~ /\bname="([^"]*)"/;
        my ($class) = $head =~ /\bclassname="([^"]*)"/;
        my ($why) = ($attributes // '') =~ /\bmessage="([^"]*)"/;
        my ($id) = $body =~ /^unique-id: (.*)$/m;
        printf "%s\t%s\t%s\n", $id // '-', plain("$class#$name"), plain($why // $kind // '');
    }
}
