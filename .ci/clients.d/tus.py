"""tuspy against the services' own names: an upload that is killed in the middle and taken up where it was.

    tus.py all               the whole story
    tus.py upload URL FILE   one uploader, as a program that can be killed

The token is in TOKEN; HTTPS_PROXY and REQUESTS_CA_BUNDLE lead to the sandbox.
"""

import hashlib
import os
import signal
import subprocess
import sys
import tempfile
import time

import requests
from pymaskinporten import request_maskinporten_token
from tusclient.client import TusClient

PLATFORM = "https://platform.tt02.altinn.no"
BROKER = f"{PLATFORM}/broker/api/v1"
RESOURCE = "prov-filutveksling"
OWNER = "0192:" + os.environ.get("ORGANISATION", "")
CHUNK = 256 * 1024
CHUNKS = 32
KILLED_AFTER = 5
PATIENCE = 60


def upload(url: str, file: str) -> None:
    """Says each offset, so that whoever kills it knows how far it came."""
    client = TusClient(url, headers={"Authorization": "Bearer " + os.environ["TOKEN"]})
    uploader = client.uploader(file, chunk_size=CHUNK, url=url)
    print("from", uploader.offset, flush=True)
    while uploader.offset < uploader.get_file_size():
        uploader.stop_at = uploader.get_file_size()
        uploader.upload_chunk()
        print("at", uploader.offset, flush=True)


def create(url: str, file: str, token: str) -> str:
    client = TusClient(url, headers={"Authorization": "Bearer " + token})
    return client.uploader(file, chunk_size=CHUNK).create_url()


def started(url: str, file: str, token: str) -> subprocess.Popen:
    environment = {**os.environ, "TOKEN": token}
    return subprocess.Popen(
        [sys.executable, __file__, "upload", url, file], stdout=subprocess.PIPE, text=True, env=environment
    )


def until(what: str, holds):
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        found = holds()
        if found:
            return found
        time.sleep(0.1)
    sys.exit(f"FAILED: never {what}")


def the_whole_story() -> None:
    raw, _ = request_maskinporten_token("test")
    bearer = {"Authorization": f"Bearer {raw}"}
    token = requests.get(f"{PLATFORM}/authentication/api/v1/exchange/maskinporten", headers=bearer, timeout=PATIENCE).text
    ours = {"Authorization": f"Bearer {token}"}
    transfer = {
        "fileName": "large.bin", "resourceId": RESOURCE, "sendersFileTransferReference": "tuspy",
        "sender": OWNER, "recipients": [OWNER],
    }
    answer = requests.post(f"{BROKER}/filetransfer", json=transfer, headers=ours, timeout=PATIENCE)
    if answer.status_code != 200:
        sys.exit(f"FAILED: initialize: {answer.status_code} {answer.text}")
    identity = answer.json()["fileTransferId"]
    overview = lambda: requests.get(f"{BROKER}/filetransfer/{identity}", headers=ours, timeout=PATIENCE).json()

    with tempfile.NamedTemporaryFile() as file:
        content = os.urandom(CHUNK * CHUNKS - 17)
        file.write(content)
        file.flush()
        url = create(f"{BROKER}/filetransfer/upload/tus/{identity}", file.name, token)
        print(f"created {url}")

        first = started(url, file.name, token)
        for _ in range(KILLED_AFTER + 1):
            line = first.stdout.readline()
            if not line:
                sys.exit("FAILED: the first uploader ended by itself")
        first.send_signal(signal.SIGKILL)
        first.wait()
        print(f"killed, its last word was: {line.strip()}")

        # What is staged in the background may lag behind what was accepted (facts broker-api 3).
        head = lambda: requests.head(url, headers={**ours, "Tus-Resumable": "1.0.0"}, timeout=PATIENCE).headers
        accepted = int(line.split()[1])
        offset = until("as far as was accepted", lambda: (lambda at: at if at >= accepted else 0)(int(head().get("Upload-Offset", 0))))
        if not 0 < offset < len(content):
            sys.exit(f"FAILED: {offset} is no place to go on from")

        second = started(url, file.name, token)
        said, _ = second.communicate(timeout=PATIENCE)
        if second.returncode != 0 or f"from {offset}\n" not in said:
            sys.exit(f"FAILED: the second uploader, which should go on from {offset}, said: {said}")
        print(f"resumed from {offset}, ended with: {said.splitlines()[-1]}")

        until("Published", lambda: overview()["fileTransferStatus"] == "Published")
        shown = overview()
        if shown["fileTransferSize"] != len(content):
            sys.exit(f"FAILED: {shown}")
        fetched = requests.get(f"{BROKER}/filetransfer/{identity}/download", headers=ours, timeout=PATIENCE).content
        if hashlib.sha256(fetched).digest() != hashlib.sha256(content).digest():
            sys.exit("FAILED: what was fetched is not what was sent")
        if until("a checksum", lambda: overview()["checksum"]) != hashlib.md5(content).hexdigest():
            sys.exit("FAILED: the checksum is another file's")
        print(f"published, fetched and compared: {len(content)} bytes")


if sys.argv[1] == "upload":
    upload(sys.argv[2], sys.argv[3])
else:
    the_whole_story()
