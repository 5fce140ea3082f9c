"""Files for the locker, made for tests."""

from __future__ import annotations

import gzip
import json
import zipfile
from email.message import EmailMessage
from pathlib import Path

from PIL import ExifTags, Image

ADDRESS = "https://example.org/news"
CAPTURED = "2022-01-14T09:30:00Z"
HTML = "<html><title>News</title><p>The site was defaced. </p><p>Officials spoke.</p></html>"


def picture(path: Path) -> Path:
    """A small JPEG with camera, time and place."""
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "Acme"
    exif[ExifTags.Base.Software] = "Editor\0 2"
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = "2022:01:14 10:30:00"
    gps = exif.get_ifd(ExifTags.IFD.GPSInfo)
    gps[ExifTags.GPS.GPSLatitudeRef] = "S"
    gps[ExifTags.GPS.GPSLatitude] = (50.0, 27.0, 0.0)
    gps[ExifTags.GPS.GPSLongitudeRef] = "E"
    gps[ExifTags.GPS.GPSLongitude] = (30.0, 30.0, 36.0)
    Image.new("RGB", (4, 3)).save(path, "JPEG", exif=exif)
    return path


def message(path: Path, *, html: bool = False) -> Path:
    """An e-mail with an attachment."""
    mail = EmailMessage()
    mail["From"] = "Олена <olena@example.org>"
    mail["To"] = "desk@example.org"
    mail["Subject"] = "About the sites"
    mail["Date"] = "Fri, 14 Jan 2022 12:00:00 +0200"
    mail["Message-ID"] = "<1@example.org>"
    if html:
        mail.set_content("<p>It was <b>70</b> sites.</p>", subtype="html")
    else:
        mail.set_content("It was 70 sites.\n\nRegards\n")
    mail.add_attachment(b"x", maintype="application", subtype="pdf", filename="list.pdf")
    path.write_bytes(mail.as_bytes())
    return path


def warc(path: Path, *pages: tuple[str, str, str]) -> Path:
    """A packed WARC of (address, status, html); by default with a picture, an error and a page."""
    path.write_bytes(warc_bytes(*pages))
    return path


def warc_bytes(*pages: tuple[str, str, str]) -> bytes:
    """Records as a crawler writes them, each packed by itself."""
    listed = pages or (
        ("https://example.org/missing", "404 Not Found", "<p>Not here</p>"),
        (ADDRESS, "200 OK", HTML),
        ("https://example.org/other", "200 OK", "<p>Another</p>"),
    )
    info = _record("warcinfo", "", "application/warc-fields", b"software: test\r\n")
    return info + b"".join(
        _record("response", address, "application/http; msgtype=response", _http(status, html))
        for address, status, html in listed
    )


def _http(status: str, html: str) -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{html}".encode()


def _record(kind: str, address: str, content_type: str, body: bytes) -> bytes:
    lines = ["WARC/1.0", f"WARC-Type: {kind}", f"WARC-Date: {CAPTURED}"]
    lines += [f"WARC-Target-URI: {address}"] if address else []
    lines += [f"Content-Type: {content_type}", f"Content-Length: {len(body)}"]
    head = "\r\n".join(lines).encode()
    return gzip.compress(head + b"\r\n\r\n" + body + b"\r\n\r\n")


def wacz(path: Path, main: str = "https://example.org/other") -> Path:
    """A collection that names its main page."""
    lines = [{"format": "json-pages-1.0"}, {"url": main, "ts": CAPTURED}]
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("datapackage.json", "{}")
        archive.writestr("pages/pages.jsonl", "\n".join(map(json.dumps, lines)))
        archive.writestr("archive/data.warc.gz", warc_bytes())
    return path
