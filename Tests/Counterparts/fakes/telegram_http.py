"""The wire of the false Telegram: requests of the Bot API in JSON or as forms, answers, and no answers."""

import json
from email.parser import BytesParser
from email.policy import HTTP
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, unquote, urlsplit


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 256

    def handle_error(self, *_):
        """The other side hung up, or was killed: that is what a false provider is for."""


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # An answer goes out in one piece.
    wbufsize = 65536

    def do_GET(self):
        self.answer()

    def do_POST(self):
        self.answer()

    def answer(self):
        telegram = self.server.telegram
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        address = urlsplit(self.path)
        parts = unquote(address.path).split("/")
        if parts[1] == "file":
            return self.file(telegram, parts)
        token, method = parts[1].removeprefix("bot"), parts[2] if len(parts) == 3 else ""
        try:
            params = dict(parse_qsl(address.query)) | self.params(body)
        except ValueError:
            params = {}
        trouble = telegram.next_trouble(method, params)
        kind = trouble.kind if trouble else ""
        if kind in ("", "slow") or kind.endswith("-after"):
            status, answer = telegram.api.answer(token, method, params)
        else:
            status, answer = telegram.api.fail(trouble)
        if kind == "500-after":
            status, answer = telegram.api.broken()
        silent = kind in ("drop", "drop-after", "hang-after")
        telegram.note(method, params, 0 if silent else status)
        if kind == "slow":
            telegram.stopped.wait(trouble.seconds)
        if kind == "hang-after":
            telegram.stopped.wait(60)
        if silent:
            self.close_connection = True
            return None
        return self.reply(status, answer, kind)

    def params(self, body):
        """The parameters as JSON, a form, or parts. In forms, whatever is structured comes as JSON."""
        kind = self.headers.get("content-type") or ""
        if "json" in kind:
            params = json.loads(body or b"{}")
            return params if isinstance(params, dict) else {}
        if kind.startswith("multipart/"):
            message = BytesParser(policy=HTTP).parsebytes(b"Content-Type: " + kind.encode() + b"\r\n\r\n" + body)
            form = {part.get_param("name", header="content-disposition"): part.get_content().rstrip("\r\n")
                    for part in message.iter_parts()}  # fmt: skip
        else:
            form = dict(parse_qsl(body.decode(), keep_blank_values=True))
        structured = ("reply_markup", "link_preview_options", "reply_parameters", "allowed_updates")
        return {name: json.loads(value) if name in structured else value for name, value in form.items()}

    def reply(self, status, answer, kind):
        payload = answer if isinstance(answer, bytes) else json.dumps(answer, ensure_ascii=False).encode()
        self.send_response(status)
        self.send_header("content-type", "text/html" if kind == "portal" else "application/json")
        self.send_header("content-length", str(len(payload)))
        self.end_headers()
        self.wfile.write(payload)

    def file(self, telegram, parts):
        path = "/".join(parts[3:])
        known = parts[2] == f"bot{telegram.token}" and path in telegram.files
        self.reply(200 if known else 404, telegram.files[path] if known else b"", "")

    def log_message(self, *_):
        pass
