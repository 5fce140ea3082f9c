"""Word's comments with all that belongs to them: replies, resolved marks, lasting ids, people.

Five parts hold them. A comment is anchored by marks in the text (`start_mark`, `end_mark`); a
reply has marks of its own over the same words, and points to its thread by the id of the thread's
last paragraph. `w:date` is local time although it ends in Z, as Word writes it; the true UTC time
stands in commentsExtensible.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo

from verifier.export.opc import DECLARATION, Package
from verifier.export.wml import MC, NAMESPACES, escape
from verifier.ids import lasting_number

W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
CID = "http://schemas.microsoft.com/office/word/2016/wordml/cid"
CEX = "http://schemas.microsoft.com/office/word/2018/wordml/cex"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MICROSOFT = "http://schemas.microsoft.com/office"
_FIRST_PARAGRAPH = 0x20000000
"""Ids of comment paragraphs count from here; they must stay below 0x80000000."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What somebody says: `paragraphs` are runs, `key` is what its lasting id is made from."""

    key: str
    author: str
    initials: str
    at: datetime
    paragraphs: tuple[str, ...]
    resolved: bool = False


@dataclass(frozen=True, slots=True)
class _Stored:
    id: int
    remark: Remark
    last_paragraph: int
    parent: int | None
    durable: int


@dataclass(frozen=True, slots=True)
class CommentPart:
    """One of the five parts, as markup: `rows` are the children of its root."""

    name: str
    root: str
    namespaces: str
    rows: str
    relationship: str

    @property
    def xml(self) -> bytes:
        """The whole part."""
        markup = f"{DECLARATION}<{self.root} {self.namespaces}>{self.rows}</{self.root}>"
        return markup.encode()

    @property
    def content_type(self) -> str:
        """What the package calls it."""
        return f"{_WORD}.{self.name}+xml"


class Comments:
    """Every comment of a document, numbered in the order in which they were added.

    A document that has comments already is added to: `first` is the first number that is free
    in it, `first_paragraph` the first id of a paragraph.
    """

    def __init__(
        self, zone: tzinfo | None, *, first: int = 0, first_paragraph: int = _FIRST_PARAGRAPH
    ) -> None:
        self._zone = zone
        self._first = first
        self._stored: list[_Stored] = []
        self._paragraphs = first_paragraph
        self._durable: set[int] = set()

    def __len__(self) -> int:
        return len(self._stored)

    def add_thread(self, first: Remark, replies: Iterable[Remark] = ()) -> list[int]:
        """A comment and its replies; returns their numbers for the marks in the text."""
        root = self._add(first, None)
        rest = [self._add(reply, root.last_paragraph) for reply in replies]
        return [root.id, *(stored.id for stored in rest)]

    def _add(self, remark: Remark, parent: int | None) -> _Stored:
        self._paragraphs += len(remark.paragraphs)
        stored = _Stored(
            id=self._first + len(self._stored),
            remark=remark,
            last_paragraph=self._paragraphs - 1,
            parent=parent,
            durable=self._lasting(remark.key),
        )
        self._stored.append(stored)
        return stored

    def _lasting(self, key: str) -> int:
        number = lasting_number(key)
        while number in self._durable:
            number = number % 0x7FFFFFFE + 1
        self._durable.add(number)
        return number

    def write(self, package: Package) -> None:
        """Add the five parts; none where there are no comments."""
        for part in self.parts():
            name = f"word/{part.name}.xml"
            package.add(name, part.xml, part.content_type, part.relationship)

    def parts(self) -> list[CommentPart]:
        """The five parts; none where there are no comments."""
        if not self._stored:
            return []
        w15 = _extension("w15", W15)
        return [
            CommentPart("comments", "w:comments", NAMESPACES, self._main(), f"{_OFFICE}/comments"),
            CommentPart(
                "commentsExtended",
                "w15:commentsEx",
                w15,
                self._extended(),
                f"{_MICROSOFT}/2011/relationships/commentsExtended",
            ),
            CommentPart(
                "commentsIds",
                "w16cid:commentsIds",
                _extension("w16cid", CID),
                self._ids(),
                f"{_MICROSOFT}/2016/09/relationships/commentsIds",
            ),
            CommentPart(
                "commentsExtensible",
                "w16cex:commentsExtensible",
                _extension("w16cex", CEX),
                self._extensible(),
                f"{_MICROSOFT}/2018/08/relationships/commentsExtensible",
            ),
            CommentPart(
                "people",
                "w15:people",
                w15,
                self._people(),
                f"{_MICROSOFT}/2011/relationships/people",
            ),
        ]

    def _main(self) -> str:
        return "".join(self._comment(stored) for stored in self._stored)

    def _comment(self, stored: _Stored) -> str:
        remark = stored.remark
        local = remark.at.astimezone(self._zone)
        first = stored.last_paragraph - len(remark.paragraphs) + 1
        body = "".join(
            f'<w:p w14:paraId="{first + number:08X}" w14:textId="77777777">'
            f'<w:pPr><w:pStyle w:val="CommentText"/></w:pPr>'
            f"{_REFERENCE if not number else ''}{runs}</w:p>"
            for number, runs in enumerate(remark.paragraphs)
        )
        return (
            f'<w:comment w:id="{stored.id}" w:author="{escape(remark.author)}" '
            f'w:date="{local:%Y-%m-%dT%H:%M:%SZ}" w:initials="{escape(remark.initials)}">'
            f"{body}</w:comment>"
        )

    def _extended(self) -> str:
        return "".join(
            f'<w15:commentEx w15:paraId="{s.last_paragraph:08X}"'
            + (f' w15:paraIdParent="{s.parent:08X}"' if s.parent is not None else "")
            + f' w15:done="{int(s.remark.resolved)}"/>'
            for s in self._stored
        )

    def _ids(self) -> str:
        return "".join(
            f'<w16cid:commentId w16cid:paraId="{s.last_paragraph:08X}" '
            f'w16cid:durableId="{s.durable:08X}"/>'
            for s in self._stored
        )

    def _extensible(self) -> str:
        return "".join(
            f'<w16cex:commentExtensible w16cex:durableId="{s.durable:08X}" '
            f'w16cex:dateUtc="{s.remark.at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"/>'
            for s in self._stored
        )

    def _people(self) -> str:
        authors = dict.fromkeys(s.remark.author for s in self._stored)
        return "".join(
            f'<w15:person w15:author="{escape(author)}">'
            f'<w15:presenceInfo w15:providerId="None" w15:userId="{escape(author)}"/></w15:person>'
            for author in authors
        )


_REFERENCE = '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>'


def start_mark(number: int) -> str:
    """Where the comment's words begin."""
    return f'<w:commentRangeStart w:id="{number}"/>'


def end_mark(number: int) -> str:
    """Where they end, with the mark that Word draws."""
    return (
        f'<w:commentRangeEnd w:id="{number}"/><w:r><w:rPr><w:rStyle w:val="CommentReference"/>'
        f'</w:rPr><w:commentReference w:id="{number}"/></w:r>'
    )


def _extension(prefix: str, namespace: str) -> str:
    return f'xmlns:{prefix}="{namespace}" xmlns:mc="{MC}" mc:Ignorable="{prefix}"'
