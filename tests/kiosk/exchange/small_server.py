"""A server for one test: prints its port, then one JSON line for each thing that it was sent.

Argument: ok | error | redirect | silent | hang_up | smtp | smtp_refusing
"""
import http.server
import json
import socketserver
import sys
import threading

mode = sys.argv[1]


def tell(what):
    print(json.dumps(what), flush=True)


class Web(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        tell({"path": self.path, "headers": dict(self.headers), "body": body})
        if mode == "silent":
            threading.Event().wait()  # until the test ends this program
        if mode == "hang_up":
            return
        self.send_response({"ok": 200, "error": 500, "redirect": 302}[mode])
        if mode == "redirect":
            self.send_header("Location", "/elsewhere")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


class Mail(socketserver.StreamRequestHandler):
    def say(self, line):
        self.wfile.write(line.encode() + b"\r\n")

    def handle(self):
        commands = []
        self.say("220 here")
        while line := self.rfile.readline().decode().rstrip("\r\n"):
            commands.append(line)
            if line == "DATA":
                self.say("354 go on")
                message = ""
                while (part := self.rfile.readline().decode()) != ".\r\n":
                    message += part
                tell({"commands": commands, "message": message})
                self.say("250 taken")
            elif line == "QUIT":
                self.say("221 bye")
                return
            else:
                self.say("550 no such box" if mode == "smtp_refusing" and line.startswith("RCPT") else "250 good")


class Server(socketserver.ThreadingMixIn, socketserver.TCPServer):
    daemon_threads = True


with Server(("127.0.0.1", 0), Mail if mode.startswith("smtp") else Web) as server:
    tell(server.server_address[1])
    server.serve_forever()
