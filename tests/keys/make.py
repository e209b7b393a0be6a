"""The forms that are text around the same key. Called by make.sh, in this folder."""
import base64
import json
from pathlib import Path

from cryptography.hazmat.primitives.serialization import load_pem_private_key


def read(name):
    return Path(name).read_text()


def write(name, content):
    Path(name).write_bytes(content if isinstance(content, bytes) else content.encode())


def octets(number):
    return number.to_bytes((number.bit_length() + 7) // 8, "big")


def url(number):
    return base64.urlsafe_b64encode(octets(number)).rstrip(b"=").decode()


def b64(content):
    return base64.b64encode(content if isinstance(content, bytes) else content.encode()).decode()


def jwk(name, kid, **more):
    n = load_pem_private_key(Path(name).read_bytes(), None).private_numbers()
    p = n.public_numbers
    return {
        "kty": "RSA", "kid": kid, **more, "n": url(p.n), "e": url(p.e), "d": url(n.d),
        "p": url(n.p), "q": url(n.q), "dp": url(n.dmp1), "dq": url(n.dmq1), "qi": url(n.iqmp),
    }


def only(key, *names):
    return {name: value for name, value in key.items() if name in names}


pkcs8, pkcs1 = read("pkcs8.pem"), read("pkcs1.pem")

write("pkcs1-as-pkcs8.pem", pkcs1.replace("RSA PRIVATE", "PRIVATE"))
write("pkcs8-as-pkcs1.pem", pkcs8.replace("PRIVATE", "RSA PRIVATE"))
write("crlf.pem", pkcs8.replace("\n", "\r\n"))
write("bom.pem", "\ufeff" + pkcs8)
write("utf16-le.pem", ("\ufeff" + pkcs8).encode("utf-16-le"))
write("utf16-be.pem", ("\ufeff" + pkcs8).encode("utf-16-be"))
write("utf16-no-bom.pem", pkcs8.encode("utf-16-le"))
write("quotes.txt", f'"{pkcs8.strip()}"\n')
write("spaces.txt", pkcs8.replace("\n", " "))
write("escaped.txt", pkcs8.replace("\n", "\\n"))
write("escaped-twice.txt", '"' + pkcs8.replace("\n", "\\\\n") + '"')
write("variable.txt", 'KEY="' + pkcs8.replace("\n", "\\n") + '"\n')
write("base64-pem.txt", b64(pkcs8))
write("base64-pkcs12.txt", b64(Path("openssl3.p12").read_bytes()))
write("body.txt", "".join(pkcs8.splitlines()[1:-1]))
write("body-lines.txt", "\n".join(pkcs1.splitlines()[1:-1]))

key = jwk("pkcs8.pem", "throw-away", alg="RS256", use="sig")
other = jwk("other.pem", "other", alg="RS256", use="sig")
public_half = ("kty", "kid", "alg", "use", "n", "e")
write("jwk.json", json.dumps(key, indent=2))
write("jwk-escaped.txt", json.dumps(json.dumps(key)))
write("jwk-base64.txt", b64(json.dumps(key)))
write("jwk-base64url.txt", base64.urlsafe_b64encode(json.dumps(key, indent=1).encode()).rstrip(b"="))
write("jwk-without-primes.json", json.dumps(only(key, "kty", "kid", "n", "e", "d")))
write("jwk-without-exponents.json", json.dumps(only(key, "kty", "kid", "n", "e", "d", "p", "q")))
write("jwks.json", json.dumps({"keys": [other, key]}))
write("jwks-one.json", json.dumps({"keys": [key]}))
write("jwks-list.json", json.dumps([key]))
write("jwks-with-public.json", json.dumps({"keys": [only(other, *public_half), key]}))
write("jwks-sig-and-enc.json", json.dumps({"keys": [jwk("other.pem", "enc", use="enc"), key]}))
write("jwks-base64.txt", b64(json.dumps({"keys": [key]})))
write("jwk-enc.json", json.dumps(jwk("pkcs8.pem", "throw-away", use="enc")))
write("jwk-ps256.json", json.dumps(jwk("pkcs8.pem", "throw-away", alg="PS256")))
write("jwk-public.json", json.dumps(only(key, *public_half)))
write("jwk-ec.json", json.dumps({"kty": "EC", "crv": "P-256", "x": "a", "y": "b", "d": "c"}))
write("jwk-damaged.json", json.dumps({**only(key, "kty", "kid", "n", "e"), "d": other["d"]}))
write("jwk-truncated.json", json.dumps(key)[:600])

client = {"Environment": "test", "ClientId": "5f1a7c3e-2b84-4d6f-9a10-6c7d8e9f0a1b", "Scope": "altinn:broker.write"}
write("appsettings.json", "\ufeff" + json.dumps({
    "Logging": {"LogLevel": {"Default": "Information"}},
    "MaskinportenSettings": {**client, "EncodedJwk": b64(json.dumps(key))},
}, indent=2))
write("appsettings-pkcs12.json", json.dumps({
    "MaskinportenSettings": {**client, "EncodedX509": b64(Path("no-password.p12").read_bytes())},
}))
write("user-secrets.json", json.dumps({"MaskinportenSettings:EncodedJwk": b64(json.dumps(key)), "Other:Key": "abc"}))
write("maskinporten-settings.json", json.dumps({
    "authority": "https://test.maskinporten.no/", "clientId": client["ClientId"], "jwkBase64": b64(json.dumps(key)),
}))
write("private-key.json", json.dumps({"client_id": client["ClientId"], "kid": "throw-away", "private_key": pkcs8}))
write("settings-jwk.json", json.dumps({"clientId": client["ClientId"], "privateKey": json.dumps(key)}))
write("no-key.json", json.dumps({"MaskinportenSettings": client}))

write("truncated.pem", "\n".join(pkcs8.splitlines()[:10]))
write("truncated-body.pem", "\n".join(pkcs1.splitlines()[:10] + pkcs1.splitlines()[-1:]))
write("truncated-start.pem", "\n".join(pkcs8.splitlines()[5:]))
write("truncated.der", Path("pkcs8.der").read_bytes()[:700])
write("truncated.p12", Path("openssl3.p12").read_bytes()[:900])
damaged = bytearray(Path("pkcs1.der").read_bytes())
damaged[400] ^= 1
write("damaged.der", bytes(damaged))

numbers = load_pem_private_key(pkcs8.encode(), None).private_numbers()
public = numbers.public_numbers
members = {
    "Modulus": public.n, "Exponent": public.e, "P": numbers.p, "Q": numbers.q,
    "DP": numbers.dmp1, "DQ": numbers.dmq1, "InverseQ": numbers.iqmp, "D": numbers.d,
}
inside = "".join(f"<{name}>{b64(octets(value))}</{name}>" for name, value in members.items())
write("key.xml", f"<RSAKeyValue>{inside}</RSAKeyValue>")
# puttygen is not at hand everywhere: the head is what it is known by.
write("putty.ppk", "PuTTY-User-Key-File-3: ssh-rsa\nEncryption: none\nComment: throw-away\nPublic-Lines: 1\nAAAAB3NzaC1yc2E=\n")
write("text.txt", "hello\n")
write("picture.png", b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR\x00\x00\x00\x01")
# Settings with comments, as .NET's templates have them.
settings = Path("appsettings.json").read_text(encoding="utf-8-sig")
write("appsettings-comments.json", settings.replace("{\n", '{\n  // "EncodedJwk" from the vault\n', 1))
# Windows and Firefox left the outer lengths open (BER).
pkcs12 = Path("openssl3.p12").read_bytes()
write("indefinite.p12", b"\x30\x80" + pkcs12[4:] + b"\x00\x00")
