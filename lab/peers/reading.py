"""Reads what comes on standard input, a JSON object a line, as pyspf and dkimpy do, and prints a word for each."""
import json
import sys

import dkim
import spf


def spf_result(zones, ip):
    def lookup(name, qtype, strict=True, timeout=20):
        for record in zones.get(name.lower().rstrip("."), []):
            for kind, value in record.items():
                if kind == qtype and kind == "TXT":
                    yield (name, kind), [value.encode("latin-1")]
                elif kind == qtype and kind == "MX":
                    yield (name, kind), (value[0], value[1])
                elif kind == qtype:
                    yield (name, kind), value

    spf.DNSLookup = lookup
    query = spf.query(i=ip, s="u@a.example", h="mail.example", strict=True)
    return query.check()[0]


def key_result(text):
    try:
        key, size, kind, _ = dkim.load_pk_from_dns(b"s._domainkey.example.com.", dnsfunc=lambda *_, **__: text.encode("latin-1"))
        return "usable" if key is not None and (kind == b"ed25519" or size >= 1024) else "unusable"
    except Exception:
        return "unusable"


for line in sys.stdin:
    asked = json.loads(line)
    print(key_result(asked["key"]) if "key" in asked else spf_result(asked["zones"], asked["ip"]))
