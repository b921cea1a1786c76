"""Which reader fits a stream without a name, told from its first bytes without consuming them."""

from io import BufferedReader


def sniff_format(stream: BufferedReader) -> str:
    """Return `json`, `markdown` (it opens with front matter) or `text`."""
    head = stream.peek().removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith(b"{") or (head.startswith(b"[") and head[1:].lstrip().startswith((b"{", b"]"))):
        return "json"
    if head.startswith((b"---\n", b"---\r\n")) and b"\n---" in head:
        return "markdown"
    return "text"
