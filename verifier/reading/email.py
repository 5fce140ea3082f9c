"""Saved e-mails (.eml): who wrote to whom and when, then the words of the message."""

from __future__ import annotations

import email
import email.policy
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from pathlib import Path

from verifier.reading.building import TextBuilder
from verifier.reading.document import Notice, ReadDocument
from verifier.reading.html import charset_of, read_page
from verifier.reading.limits import Limits
from verifier.reading.plain import decode

SHOWN = ("From", "To", "Cc", "Date", "Subject")
"""Headers that stand above the text, as mail programs show them."""
KEPT = (*SHOWN, "Reply-To", "Message-ID", "Return-Path", "X-Mailer", "User-Agent")
MEDIA_TYPE = "message/rfc822"
LONGEST = 2000
"""Characters of a header that are kept."""


def read_email(path: Path, name: str, limits: Limits) -> ReadDocument:
    """An e-mail with its headers as properties; attachments are named, not opened."""
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    headers = {key: value for key in KEPT if (value := _header(message, key))}
    build = TextBuilder(name, limits)
    for key in SHOWN:
        if key in headers:
            build.start()
            build.add(f"{key}: {headers[key]}")
    notices: list[Notice] = []
    for line in _body(message, name, limits, notices).splitlines():
        if line.strip():
            build.start()
            build.add(line.rstrip())
    build.finish()
    properties = {key.lower(): value for key, value in headers.items()}
    properties |= _summary(headers)
    if attached := [part.get_filename() or "?" for part in message.iter_attachments()]:
        properties["attachments"] = ", ".join(attached)
        words = f"What is attached to the message was not read: {', '.join(attached)[:LONGEST]}."
        notices.append(Notice("attachments", words))
    return build.document(MEDIA_TYPE, "email", tuple(notices), properties)


def _header(message: EmailMessage, key: str) -> str:
    """A header as text; damaged ones as far as they can be read."""
    try:
        value = str(message.get(key) or "")
    except (ValueError, IndexError, AttributeError, TypeError):
        value = next((raw for name, raw in message.raw_items() if name.lower() == key.lower()), "")
        value = str(value)
    return " ".join(value.encode("utf-8", "replace").decode().replace("\0", "").split())[:LONGEST]


def _summary(headers: dict[str, str]) -> dict[str, str]:
    found = {"title": headers.get("Subject", ""), "author": headers.get("From", "")}
    try:
        sent: datetime | None = parsedate_to_datetime(headers.get("Date", ""))
    except (ValueError, IndexError, TypeError):
        sent = None
    if sent is not None:
        aware = sent if sent.tzinfo else sent.replace(tzinfo=UTC)
        found["created"] = aware.astimezone(UTC).isoformat()
    return {key: value for key, value in found.items() if value}


def _body(message: EmailMessage, name: str, limits: Limits, notices: list[Notice]) -> str:
    """The plain part, or the words of the HTML part where there is no other."""
    part = message.get_body(preferencelist=("plain", "html"))
    payload = None if part is None else part.get_payload(decode=True)
    if part is None or not isinstance(payload, bytes):
        notices.append(Notice("no-text", "The message has no text of its own."))
        return ""
    if part.get_content_type() == "text/html":
        return read_page(payload, charset_of(part), name, limits, "text/html").text
    decoded = decode(payload, name, charset_of(part))
    if decoded.notice:
        notices.append(decoded.notice)
    return decoded.text
