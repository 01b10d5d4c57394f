# Debian's aiosmtpd: takes mail inside TLS alone, and of its one user: secure-smtp.py PORT FILE CERTIFICATE KEY USER PASSWORD
import ssl
import sys
import time

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

port, notes, certificate, key, user, password = sys.argv[1:]


class Handler:
    async def handle_DATA(self, server, session, envelope):
        subject = next(line for line in envelope.content.decode().splitlines() if line.startswith("Subject: "))
        login = session.auth_data.login.decode()
        with open(notes, "a") as file:
            file.write(f"tls {session.ssl is not None} user {login} to {' '.join(envelope.rcpt_tos)}: {subject}\n")
        return "250 taken"


def authenticate(server, session, envelope, mechanism, data):
    good = data.login == user.encode() and data.password == password.encode()
    return AuthResult(success=good, handled=False, auth_data=data)


context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(certificate, key)
Controller(
    Handler(),
    hostname="127.0.0.1",
    port=int(port),
    tls_context=context,
    require_starttls=True,
    auth_required=True,
    authenticator=authenticate,
).start()
while True:
    time.sleep(1000)
