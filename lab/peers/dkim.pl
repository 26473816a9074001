# Verifies messages as Mail::DKIM does. Reads a JSON object a line: the DNS records there are, and a message as base64;
# prints one for each, with the verdicts of its DKIM signatures in their order and that of its ARC chain.
use strict;
use warnings;
use JSON::PP;
use MIME::Base64;
use Mail::DKIM::DNS;
use Mail::DKIM::Verifier;
use Mail::DKIM::ARC::Verifier;
use Net::DNS;

package Zones;
sub new { my ($class, $records) = @_; return bless { records => $records }, $class }
sub errorstring { '' }

sub send {
    my ($self, $name, $type) = @_;
    my $packet = Net::DNS::Packet->new($name, $type);
    $packet->header->qr(1);
    my $record = $self->{records}{ lc $name };
    if ($name =~ /^silent\./) { $packet->header->rcode('SERVFAIL'); return $packet }
    $packet->header->rcode(defined $record ? 'NOERROR' : 'NXDOMAIN');
    $packet->push(answer => Net::DNS::RR->new(name => $name, type => 'TXT', ttl => 60, txtdata => [$record =~ /(.{1,255})/gs]))
        if defined $record && $type eq 'TXT';
    return $packet;
}

package main;

sub verified {
    my ($class, $message) = @_;
    my $verifier = $class->new;
    $verifier->PRINT($message);
    $verifier->CLOSE;
    return $verifier;
}

$| = 1;
while (my $line = <STDIN>) {
    my $asked = decode_json($line);
    Mail::DKIM::DNS::resolver(Zones->new($asked->{records}));
    my $message = decode_base64($asked->{message});
    my $said = eval {
        my $dkim = verified('Mail::DKIM::Verifier', $message);
        my $arc = verified('Mail::DKIM::ARC::Verifier', $message);
        { dkim => [map { $_->result } $dkim->signatures], why => [map { $_->result_detail } $dkim->signatures],
          arc => $arc->result, chain => $arc->result_detail };
    } || { died => "$@" };
    print encode_json($said), "\n";
}
