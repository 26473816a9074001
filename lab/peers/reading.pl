# Reads what comes on standard input, a JSON object a line, as Mail::SPF and Mail::DKIM do, and prints a word for each.
use strict;
use warnings;
use JSON::PP;
use Mail::DKIM::PublicKey;
use Mail::SPF;
use Net::DNS;

package Zones;
sub new { my ($class, $zones) = @_; return bless { zones => $zones }, $class }
sub errorstring { '' }

sub send {
    my ($self, $name, $type) = @_;
    my $packet = Net::DNS::Packet->new($name, $type);
    $packet->header->qr(1);
    my $records = $self->{zones}{ lc $name };
    $packet->header->rcode($records ? 'NOERROR' : 'NXDOMAIN');
    for my $record (@{ $records || [] }) {
        my $value = $record->{$type};
        next unless defined $value;
        my %data =
            $type eq 'TXT' ? (txtdata => [$value])
          : $type eq 'MX'  ? (preference => $value->[0], exchange => $value->[1])
          : $type eq 'PTR' ? (ptrdname => $value)
          :                  (address => $value);
        $packet->push(answer => Net::DNS::RR->new(name => $name, type => $type, ttl => 60, %data));
    }
    return $packet;
}

package main;

sub spf_result {
    my ($zones, $ip) = @_;
    my $server = Mail::SPF::Server->new(dns_resolver => Zones->new($zones), query_rr_types => Mail::SPF::Server->query_rr_type_txt);
    my $request = Mail::SPF::Request->new(
        versions => [1], scope => 'mfrom', identity => 'u@a.example', ip_address => $ip, helo_identity => 'mail.example',
    );
    return $server->process($request)->code;
}

sub key_result {
    my ($text) = @_;
    my $usable = eval {
        local $SIG{__DIE__};
        my $key = Mail::DKIM::PublicKey->parse($text);
        $key->check && $key->check_hash_algorithm('sha256');
    };
    return $usable ? 'usable' : 'unusable';
}

$| = 1;
while (my $line = <STDIN>) {
    my $asked = decode_json($line);
    my $said = eval { exists $asked->{key} ? key_result($asked->{key}) : spf_result($asked->{zones}, $asked->{ip}) };
    print defined $said ? $said : 'died', "\n";
}
