#!/usr/bin/env python3
"""How a panel checks a link of the portal (docs/panel-links.md), in Python's standard library.

    PANEL_KEYS=2026-01=the-secret-of-the-key verify.py ISSUER AUDIENCE NOW TOKEN...
"""
import base64
import hashlib
import hmac
import json
import os
import sys


class Refused(Exception):
    pass


def decoded(part):
    return base64.b64decode(part + "=" * (-len(part) % 4), altchars=b"-_", validate=True)


class PanelLinks:
    def __init__(self, keys, issuer, audience):
        self.keys, self.issuer, self.audience = keys, issuer, audience
        # Where the panel runs on several machines this is a table of the database, with `jti` as its key.
        self.used = {}

    def check(self, token, now):
        """Who may come in, and to what. Each token is taken once."""
        try:
            head, body, signature = token.split(".")
            header, claims, signature = json.loads(decoded(head)), json.loads(decoded(body)), decoded(signature)
        except ValueError:
            raise Refused("it is no token") from None
        if not isinstance(header, dict):
            raise Refused("it is no token")
        # Nothing of the header but the key's id is believed: the algorithm is always this one.
        if header.get("alg") != "HS256" or header.get("kid") not in self.keys:
            raise Refused("its key is unknown")
        expected = hmac.new(self.keys[header["kid"]].encode(), f"{head}.{body}".encode(), hashlib.sha256).digest()
        if not hmac.compare_digest(expected, signature):
            raise Refused("its signature is wrong")
        if claims["iss"] != self.issuer or claims["aud"] != self.audience:
            raise Refused("it is for somebody else")
        # Five seconds for clocks that differ.
        if not claims["iat"] - 5 <= now < claims["exp"] + 5:
            raise Refused("it is over")
        self.used = {jti: exp for jti, exp in self.used.items() if exp + 5 > now}
        if claims["jti"] in self.used:
            raise Refused("it was used")
        self.used[claims["jti"]] = claims["exp"]
        return claims


if __name__ == "__main__":
    issuer, audience, now, *tokens = sys.argv[1:]
    keys = dict(pair.split("=", 1) for pair in os.environ["PANEL_KEYS"].split(","))
    links = PanelLinks(keys, issuer, audience)
    for token in tokens:
        try:
            print(json.dumps(links.check(token, int(now))))
        except Refused as refused:
            print(f"refused: {refused}")
