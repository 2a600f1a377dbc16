"""Addresses of links: what may follow the ] of a link, and the address as a Word file holds it.

Read as Markdown reads them (CommonMark 6.3, 6.5); of all addresses only whole web and mail addresses
are let through, percent-encoded and with the name of the host in ASCII (RFC 3986, RFC 3492).
"""

from __future__ import annotations

import re

from docgen.prose.protect import OPEN

_ALLOWED = re.compile(
    r"https?://(?:[^\s/?#@:\[\]<>\"{}|\\^`]*@)?[^\s/?#@:\[\]<>\"{}|\\^`]+(?::\d{1,5})?(?:[/?#].*)?$|mailto:[^\s@]+@[^\s@]+$",
    re.IGNORECASE,
)

_BLANKS = re.compile(r"[ \t\n]*")
_POINTED = re.compile(r"<((?:[^<>\n\\]|\\.)*+)>", re.DOTALL)
_BARE = re.compile(r"(?:[^\x00- \x7f\\()]|\\[^ ])*+")
_TITLE = re.compile(r""""(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+'|\((?:[^()\\]|\\.)*+\)""", re.DOTALL)
_NESTED = 32  # brackets in a bare address; more would let a text full of them take quadratic time

_AUTOLINK = re.compile(r"<([^<>]*)>")
_WEB = re.compile(r"[a-zA-Z][a-zA-Z0-9+.\-]{1,31}:[^<>\x00-\x20]*$")
_MAIL = re.compile(
    r"[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
    r"(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$"
)

_ESCAPE = re.compile(r"""\\([!"#$%&'()*+,\-./:;<=>?@[\\\]^_`{|}~])|&([a-z#][a-z0-9]{1,31});""", re.IGNORECASE)
_DECIMAL = re.compile(r"#([0-9]{1,8})")
_HEXADECIMAL = re.compile(r"#[xX]([a-fA-F0-9]{1,8})")

_SCHEME = re.compile(r"(https?|mailto):", re.IGNORECASE)
_AUTHORITY_END = re.compile(r"[/?#]|$")
_HOST_END = re.compile(r"[%/?;#'{}|\\^`<>\" \r\n\t]|$")
_PORT = re.compile(r":([0-9]*)$")
_LABEL = re.compile(r"[+a-zA-Z0-9_\x80-\U0010ffff-]{0,63}")
_ASCII_LABEL = re.compile(r"[+a-zA-Z0-9_-]{0,63}")
_DOT = re.compile("[.\u3002\uff0e\uff61]")
_HOST_CHARACTERS = 255
_UNSAFE = re.compile(r"%(?![0-9A-Fa-f]{2})|[^%A-Za-z0-9;/?:@&=+$,\-_.!~*'()#]")


def is_allowed_address(url: str) -> bool:
    """Whether a link may lead to `url`: a web or mail address that is whole (RFC 3986, 3.2)."""
    return bool(_ALLOWED.match(url))


def read_target(text: str, start: int, end: int) -> tuple[str, int] | None:
    """The address in `address "title")` at `start`, and the offset behind the closing bracket; None
    when that is no link. Nothing between the brackets gives the address ""."""
    at = _after(_BLANKS, text, start, end)
    if text.startswith(")", at, end):
        return "", at + 1
    if text.startswith("<", at, end):
        pointed = _POINTED.match(text, at, end)
        typed, behind = (pointed[1], pointed.end()) if pointed else ("", at)
    else:
        behind = _end_of_bare(text, at, end)
        typed = text[at:behind]
    address = typed and allowed_address(_unescaped(typed))
    if not address:
        return None
    at = _after(_BLANKS, text, behind, end)
    if at > behind:
        at = _after(_BLANKS, text, _after(_TITLE, text, at, end), end)
    return (address, at + 1) if text.startswith(")", at, end) else None


def read_autolink(text: str, start: int, end: int) -> tuple[str, int] | None:
    """The address in the `<address>` at `start`, and the offset behind it; None when it is none."""
    match = _AUTOLINK.match(text, start, end)
    if match is None:
        return None
    typed = match[1]
    address = None
    if _WEB.match(typed):
        address = allowed_address(typed)
    elif _MAIL.match(typed):
        address = allowed_address("mailto:" + typed)
    return (address, match.end()) if address else None


def allowed_address(typed: str) -> str | None:
    """`typed` as a Word file holds it; None when no link may lead there."""
    if OPEN in typed:
        return None  # a figure is filled in behind the reading, so it would be lost
    address = _normal(typed.strip())
    return address if address is not None and is_allowed_address(address) else None


def _after(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    match = pattern.match(text, start, end)
    return match.end() if match else start


def _end_of_bare(text: str, at: int, end: int) -> int:
    """Where the address at `at` ends, whose brackets are in pairs; `at` when there is none."""
    start, depth = at, 0
    while True:
        at = _after(_BARE, text, at, end)
        if text.startswith("(", at, end):
            depth += 1
        elif text.startswith(")", at, end) and depth:
            depth -= 1
        else:
            return start if depth else at
        if depth > _NESTED:
            return start
        at += 1


def _unescaped(typed: str) -> str:
    """`typed` without the backslashes before signs and with the characters that entities name."""
    return _ESCAPE.sub(_character, typed) if "\\" in typed or "&" in typed else typed


def _character(match: re.Match[str]) -> str:
    if match[1]:
        return match[1]
    name = match[2]
    if name.startswith("#"):
        decimal, hexadecimal = _DECIMAL.fullmatch(name), _HEXADECIMAL.fullmatch(name)
        code = int(decimal[1]) if decimal else int(hexadecimal[1], 16) if hexadecimal else -1
        return chr(code) if _is_character(code) else match[0]
    from html.entities import html5  # few addresses hold an entity

    return html5.get(name + ";", html5.get(name, match[0]))


def _is_character(code: int) -> bool:
    """Whether Unicode has a character of this number that a text may hold."""
    if code < 0x20:
        return code in (0x9, 0xA, 0xC, 0xD)
    unused = 0x7F <= code <= 0x9F or 0xD800 <= code <= 0xDFFF or 0xFDD0 <= code <= 0xFDEF
    return not unused and code & 0xFFFE != 0xFFFE and code <= 0x10FFFF


def _normal(url: str) -> str | None:
    """`url` with its host in ASCII and every sign encoded that an address may not hold; None when it
    is no web or mail address. User name and port are told from the host first, as browsers do."""
    match = _SCHEME.match(url)
    if match is None:
        return None
    scheme, rest = match[0], url[match.end() :]
    slashes = "//" if rest.startswith("//") else ""
    if not slashes and scheme in ("http:", "https:"):
        return None
    rest = rest[len(slashes) :]
    user, sign, _ = rest[: _first(_AUTHORITY_END, rest)].rpartition("@")
    rest = rest[len(user) + len(sign) :]
    end = _first(_HOST_END, rest)
    if rest[:end].endswith(":"):
        end -= 1
    host, rest = rest[:end], rest[end:]
    port = ""
    if match := _PORT.search(host):
        host, port = host[: match.start()], match[1] and match[0]
    in_brackets = host.startswith("[") and host.endswith("]")
    if not in_brackets:
        host, rest = _whole_labels(host, rest)
    if len(host) > _HOST_CHARACTERS:
        host = ""
    if in_brackets:
        host = host[1:-1]
    if scheme in ("http:", "https:", "mailto:"):
        host = ".".join(_ascii(label) for label in _DOT.split(host))
    host = f"[{_encoded(host)}]" if ":" in host else _encoded(host)
    return f"{scheme}{slashes}{_encoded(user)}{user and '@'}{host}{port}{_encoded(rest)}"


def _first(pattern: re.Pattern[str], text: str) -> int:
    match = pattern.search(text)
    return match.start() if match else len(text)


def _whole_labels(host: str, rest: str) -> tuple[str, str]:
    """The labels of `host` up to the first character that no name of a host has; the others before
    `rest`."""
    labels = host.split(".")
    for index, label in enumerate(labels):
        if not _LABEL.fullmatch(label):
            length = _after(_ASCII_LABEL, label, 0, len(label))
            tail = ".".join((label[length:], *labels[index + 1 :]))
            return ".".join((*labels[:index], label[:length])), tail + rest
    return host, rest


def _ascii(label: str) -> str:
    if label.isascii() and "\x7f" not in label:
        return label
    return "xn--" + label.encode("punycode").decode("ascii")


def _encoded(text: str) -> str:
    return _UNSAFE.sub(_percent, text)


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode("utf-8", "replace"))
