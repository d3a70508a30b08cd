"""The fake's HTTP side: `POST /<number>/messages`, the number itself, and files."""

import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from fakes.whatsapp_rules import GraphError


class Server(ThreadingHTTPServer):
    daemon_threads, request_queue_size = True, 256

    def handle_error(self, *_):
        """The other side hung up, or was killed: that is what a false provider is for."""


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        fake = self.server.fake
        data = self.rfile.read(int(self.headers.get("content-length", 0)))
        with fake._lock:
            fake.counts["attempts"] += 1
        try:
            self.check_token()
            if urlsplit(self.path).path != f"/v24.0/{fake.phone_number_id}/messages":
                raise GraphError(100, "Unsupported post request", 400, subcode=33)
            if not self.headers.get("content-type", "").startswith("application/json"):
                raise GraphError(100, "The body is not JSON")
            try:
                body = json.loads(data)
            except ValueError:
                raise GraphError(100, "The body is not JSON") from None
            answer, trouble = fake.messages(body)
        except GraphError as error:
            return self.refuse(error)
        kind = trouble.kind if trouble else None
        if kind == "slow":
            fake._stopped.wait(trouble.seconds)
        elif kind == "silence":
            fake._stopped.wait()
        if kind in ("drop-before", "drop-after", "silence"):
            self.close_connection = True
            return
        if kind in ("page-before", "page-after"):
            return self.answer(502, b"<html><body>Bad Gateway</body></html>", {"content-type": "text/html"})
        self.answer(200, json.dumps(answer).encode())

    def do_GET(self):
        fake, url = self.server.fake, urlsplit(self.path)
        query = parse_qs(url.query)
        try:
            self.check_token()
            name = url.path.rsplit("/", 1)[1]
            if url.path.startswith("/files/"):
                if name not in fake._media or float(query.get("ext", [0])[0]) < fake.clock():
                    return self.answer(404, b"", {"content-type": "text/plain"})
                return self.answer(200, fake._media[name][0], {"content-type": fake._media[name][1]})
            if name != fake.phone_number_id:
                return self.answer(200, json.dumps(fake.file(name, query)).encode())
            about = {"display_phone_number": "+56 2 2000 0000", "verified_name": "Raíz", "quality_rating": "GREEN"}
            wanted = query.get("fields", ["display_phone_number,verified_name,quality_rating"])[0].split(",")
            about = {name: value for name, value in about.items() if name in wanted} | {"id": fake.phone_number_id}
            self.answer(200, json.dumps(about).encode())
        except GraphError as error:
            self.refuse(error)

    def check_token(self):
        if self.headers.get("authorization") != f"Bearer {self.server.fake.token}":
            raise GraphError(190, "Invalid OAuth access token - Cannot parse access token", 401)

    def refuse(self, error):
        with self.server.fake._lock:
            self.server.fake.counts["refused"] += 1
            self.server.fake.counts[f"refused-{error.code}"] += 1
        self.answer(error.status, json.dumps(error.body()).encode(), error.headers)

    def answer(self, status, data, headers=None):
        self.send_response(status)
        for name, value in ({"content-type": "application/json; charset=UTF-8"} | (headers or {})).items():
            self.send_header(name, value)
        self.send_header("content-length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_):
        pass
