# A mail server that takes everything and notes what it was told: plain-smtp.py PORT FILE
import socketserver
import sys


class Conversation(socketserver.StreamRequestHandler):
    def say(self, line):
        self.wfile.write(line.encode() + b"\r\n")

    def handle(self):
        heard = []
        data = False
        self.say("220 ready")
        for line in self.rfile:
            text = line.decode()
            heard.append(text)
            word = text[:4].upper().strip()
            if data:
                data = text != ".\r\n"
                if not data:
                    self.say("250 taken")
            elif word == "DATA":
                data = True
                self.say("354 go on")
            elif word == "QUIT":
                self.say("221 bye")
                break
            else:
                self.say("250 fine")
        with open(sys.argv[2], "a", newline="") as notes:
            notes.write("".join(heard) + "=====\r\n")


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    request_queue_size = 50


Server(("127.0.0.1", int(sys.argv[1])), Conversation).serve_forever()
