"""A small client of yaml-language-server, the program behind the YAML extensions of editors."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

EDITOR = Path(__file__).parent / "editor"
SETTINGS = {
    "yaml": {
        "validate": True,
        "hover": True,
        "completion": True,
        "customTags": ["!bang scalar"],
        "schemaStore": {"enable": False},
        "disableDefaultProperties": True,
    }
}


def command() -> list[str]:
    """How the server is started; the test is skipped where node or the npm package is absent."""
    if shutil.which("node") is None:
        pytest.skip("node is not installed")
    installed = EDITOR / "node_modules" / ".bin" / "yaml-language-server"
    found = str(installed) if installed.exists() else shutil.which("yaml-language-server")
    if found is None:
        pytest.skip("yaml-language-server is not installed: npm install --prefix tests/schema/editor")
    return [found, "--stdio"]


class LanguageServer:
    """A running server, spoken to in JSON-RPC over its standard streams."""

    def __init__(self, folder: Path) -> None:
        self.process = subprocess.Popen(
            command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self.last = 0
        capabilities = {
            "workspace": {"configuration": True},
            "textDocument": {"hover": {"contentFormat": ["plaintext"]}, "completion": {}},
        }
        self.request("initialize", processId=None, rootUri=folder.as_uri(), capabilities=capabilities)
        self.notify("initialized")
        self.notify("workspace/didChangeConfiguration", settings=SETTINGS)

    def close(self) -> None:
        """Ends the server."""
        self.request("shutdown")
        self.notify("exit")
        self.process.communicate(timeout=20)

    def open(self, path: Path) -> list[str]:
        """Opens a file; the faults the server marks in it, as "line:column message"."""
        uri = path.as_uri()
        text = path.read_text(encoding="utf-8")
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.notify("textDocument/didOpen", textDocument=document)
        while True:
            message = self._receive()
            if message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == uri:
                return [_fault(one) for one in message["params"]["diagnostics"]]

    def complete(self, path: Path, line: int, column: int) -> list[str]:
        """What the server offers at a place (from 1)."""
        found = self._at("textDocument/completion", path, line, column)
        return sorted(item["label"] for item in (found["items"] if isinstance(found, dict) else found))

    def hover(self, path: Path, line: int, column: int) -> str:
        """The help the server shows at a place (from 1)."""
        found = self._at("textDocument/hover", path, line, column)
        contents = found["contents"] if found else ""
        text = contents["value"] if isinstance(contents, dict) else str(contents)
        return text.replace("\\", "")  # the server escapes Markdown

    def _at(self, method: str, path: Path, line: int, column: int) -> Any:
        position = {"line": line - 1, "character": column - 1}
        return self.request(method, textDocument={"uri": path.as_uri()}, position=position)

    def request(self, method: str, **params: Any) -> Any:
        """Sends a request and returns its result; what the server asks meanwhile is answered."""
        self.last += 1
        self._send({"id": self.last, "method": method, "params": params})
        while True:
            message = self._receive()
            if message.get("id") == self.last and "method" not in message:
                assert "error" not in message, message
                return message.get("result")

    def notify(self, method: str, **params: Any) -> None:
        """Sends a notification."""
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(f"Content-Length: {len(body)}\r\n\r\n".encode() + body)
        self.process.stdin.flush()

    def _receive(self) -> dict[str, Any]:
        """The next message; a request of the server is answered first."""
        assert self.process.stdout is not None
        length = 0
        while line := self.process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        message: dict[str, Any] = json.loads(self.process.stdout.read(length))
        if "method" in message and "id" in message:
            items = message.get("params", {}).get("items", [])
            answer = [SETTINGS.get(item.get("section")) for item in items]
            self._send({"id": message["id"], "result": answer if items else None})
        return message


def _fault(one: dict[str, Any]) -> str:
    start = one["range"]["start"]
    return f"{start['line'] + 1}:{start['character'] + 1} {one['message']}"
