#!/usr/bin/env python3
"""The other side of Portico's webhook driver, as an example: docs/webhook-driver.yaml in Python's standard library.

Its machines are made up and live in memory. Put your own automation where `Machine` is; the rest (signatures, orders that
do nothing twice, callbacks) is what such a program needs anyhow.

    WEBHOOK_KEYS=2026-01=the-secret-of-the-key receiver.py --port 9000 --machine vm-1 --machine vm-2
"""
import argparse
import hashlib
import hmac
import json
import os
import re
import secrets
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

TOLERANCE = 300
BODY_MAX = 256 * 1024
# Straight to the portal, whatever proxy the environment names.
OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))
IMAGES = [{"key": "debian-12", "name": "Debian 12"}, {"key": "alma-9", "name": "AlmaLinux 9"}]


class Refused(Exception):
    """It can't be done, and nothing has begun."""

    def __init__(self, reason, message):
        super().__init__(message)
        self.answer = {"reason": reason, "message": message}


def signature(secret, way, timestamp, key, nonce, method, target, body):
    hashed = hashlib.sha256(body).hexdigest()
    text = "\n".join([way, timestamp, key, nonce, method, target, hashed])
    return hmac.new(secret.encode(), text.encode(), hashlib.sha256).hexdigest()


class Keys:
    """The keys by their ids, and the nonces that were seen with them."""

    def __init__(self, keys):
        self.keys, self.nonces, self.lock = keys, {}, threading.Lock()

    def accept(self, headers, method, target, body, now):
        """Whether the portal signed this, lately, and for the first time."""
        names = ("Portico-Timestamp", "Portico-Key", "Portico-Nonce", "Portico-Signature")
        timestamp, key, nonce, signed = (headers.get(name, "") for name in names)
        if not re.fullmatch("[0-9]{1,15}", timestamp) or key not in self.keys:
            return False
        expected = signature(self.keys[key], "portico-request-v1", timestamp, key, nonce, method, target, body)
        if not hmac.compare_digest(expected.encode(), signed.encode()) or abs(now - int(timestamp)) > TOLERANCE:
            return False
        with self.lock:
            self.nonces = {old: until for old, until in self.nonces.items() if until >= now}
            if nonce in self.nonces:
                return False
            self.nonces[nonce] = int(timestamp) + TOLERANCE
        return True

    def sign(self, method, target, body):
        """The headers of a callback, signed with the first key."""
        key, secret = next(iter(self.keys.items()))
        timestamp, nonce = str(int(time.time())), secrets.token_hex(16)
        signed = signature(secret, "portico-callback-v1", timestamp, key, nonce, method, target, body)
        return {"Portico-Timestamp": timestamp, "Portico-Key": key, "Portico-Nonce": nonce,
                "Portico-Signature": signed, "Content-Type": "application/json"}


class Machine:
    """A made-up machine."""

    def __init__(self, number):
        self.state, self.busy, self.backups = "stopped", False, []
        self.reverse, self.address = None, f"192.0.2.{number}"
        self.password = secrets.token_urlsafe(12)

    def check(self, task):
        """Refuses what can't be done now."""
        kind = task["kind"]
        if self.busy:
            raise Refused("busy", "another order is under way")
        if kind == "power" and (task["change"] == "start") == (self.state == "running"):
            raise Refused("wrong_state", f"it is {self.state}")
        if kind == "rebuild" and task["image"] not in {image["key"] for image in IMAGES}:
            raise Refused("image_gone", f"there is no image {task['image']}")
        if kind == "restore_backup" and task["backup"] not in {backup["key"] for backup in self.backups}:
            raise Refused("backup_gone", f"there is no backup {task['backup']}")
        if kind == "set_reverse_dns" and task["address"] != self.address:
            raise Refused("address_gone", f"{task['address']} is none of its addresses")

    def carry_out(self, task):
        kind = task["kind"]
        if kind == "power":
            self.state = "running" if task["change"] in ("start", "reboot") else "stopped"
        elif kind == "rebuild":
            self.state = "running"
        elif kind == "create_backup":
            backup = {"key": secrets.token_hex(8), "label": task["label"], "made": int(time.time()), "size": 1 << 30}
            self.backups.insert(0, backup)
        elif kind == "set_reverse_dns":
            self.reverse = task["name"]
        elif kind == "reset_credentials":
            self.password = secrets.token_urlsafe(12)

    def samples(self, since):
        now = int(time.time()) // 300 * 300
        first = max(now - 299 * 300, -(-since // 300) * 300)
        return [{"at": at, "cpu_percent": 10.0 + at // 300 % 7, "received_per_second": 2000, "sent_per_second": 1000}
                for at in range(first, now + 1, 300)]

    def answer(self, what, query):
        if what == "":
            state = "busy" if self.busy else self.state
            return {"state": state, "addresses": [{"address": self.address, "reverse": self.reverse}]}
        if what == "images":
            return {"images": IMAGES}
        if what == "backups":
            return {"backups": self.backups}
        if what == "measurements":
            return {"samples": self.samples(int(urllib.parse.parse_qs(query)["from"][0]))}
        if what == "credentials":
            return {"user": "root", "password": self.password}
        if what == "console":
            raise Refused("unsupported", "these machines have no console")
        return None


class Automation:
    """Machines and orders. An order is written down before it is answered; here that is a dictionary. Yours must outlive a
    restart, or answer `unknown` to what it may have forgotten: after `never_begun` an order is handed over again."""

    def __init__(self, keys, machines, seconds):
        self.keys, self.seconds, self.lock = keys, seconds, threading.Lock()
        self.machines = {handle: Machine(number) for number, handle in enumerate(machines, 1)}
        self.orders = {}

    def machine(self, handle):
        if handle not in self.machines:
            raise Refused("machine_gone", f"there is no machine {handle}")
        return self.machines[handle]

    def take(self, order):
        with self.lock:
            known = self.orders.get(order["order"])
            if known is None:
                machine = self.machine(order["machine"]["handle"])
                machine.check(order["task"])
                machine.busy = True
                known = self.orders[order["order"]] = {"order": order["order"], "state": "running", "percent": 0}
                threading.Timer(self.seconds, self.finish, [order, machine]).start()
            return dict(known)

    def finish(self, order, machine):
        with self.lock:
            machine.carry_out(order["task"])
            machine.busy = False
            ended = self.orders[order["order"]] = {"order": order["order"], "state": "done"}
        self.call_back(order["callback"], ended)

    def inquire(self, order):
        with self.lock:
            return dict(self.orders.get(order, {"order": order, "state": "never_begun"}))

    def call_back(self, url, progress):
        """Says how far an order is. The portal asks anyhow, so a callback may fail."""
        body, target = json.dumps(progress).encode(), urllib.parse.urlsplit(url).path
        for wait in (0, 1, 5):
            time.sleep(wait)
            request = urllib.request.Request(url, body, self.keys.sign("POST", target, body), method="POST")
            try:
                with OPENER.open(request, timeout=10):
                    return
            except urllib.error.HTTPError as error:
                if error.code not in (429, 503):
                    return
            except OSError:
                pass


def handler(automation, base):
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        timeout = 30

        def do_GET(self):
            self.answer(b"")

        def do_POST(self):
            length = self.headers.get("Content-Length", "")
            if not re.fullmatch("[0-9]{1,9}", length) or int(length) > BODY_MAX:
                self.close_connection = True
                return self.say(413, None)
            return self.answer(self.rfile.read(int(length)))

        def answer(self, body):
            if not automation.keys.accept(self.headers, self.command, self.path, body, int(time.time())):
                return self.say(401, None)
            try:
                answer = self.route(body)
                return self.say(404, None) if answer is None else self.say(200, answer)
            except Refused as refused:
                return self.say(422, refused.answer)
            except (ValueError, KeyError, TypeError) as error:
                return self.say(400, {"message": repr(error)})

        def route(self, body):
            path, _, query = self.path.partition("?")
            if not path.startswith(base + "/"):
                return None
            parts = [urllib.parse.unquote(part) for part in path[len(base) + 1:].split("/")]
            if self.command == "POST":
                return automation.take(json.loads(body)) if parts == ["orders"] else None
            if len(parts) == 2 and parts[0] == "orders":
                return automation.inquire(parts[1])
            if len(parts) in (2, 3) and parts[0] == "machines":
                return automation.machine(parts[1]).answer((parts + [""])[2], query)
            return None

        def say(self, status, answer):
            body = b"" if answer is None else json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            """No paths, nor anything else, in the log."""

    return Handler


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=int, default=9000, help="on 127.0.0.1; 0 takes a free one and prints it")
    parser.add_argument("--path", default="", help="the path of the address in the portal's settings")
    parser.add_argument("--machine", action="append", default=[], help="what a machine is called; repeat it")
    parser.add_argument("--seconds", type=float, default=3, help="how long an order takes")
    given = parser.parse_args()
    keys = dict(pair.split("=", 1) for pair in os.environ["WEBHOOK_KEYS"].split(","))
    automation = Automation(Keys(keys), given.machine, given.seconds)
    server = ThreadingHTTPServer(("127.0.0.1", given.port), handler(automation, given.path.rstrip("/")))
    print(f"listening on 127.0.0.1:{server.server_port}", flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
