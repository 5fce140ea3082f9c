"""Find in one document: plain words or a regular expression, folded or exact.

Plain words are compared after folding (see `normalize`), so that line breaks, divided words, kinds
of quotation marks and, unless they are asked for, accents and case do not matter. A regular
expression sees the text as it is, line by line, only with letters without their accents and plain
quotation marks; it may take a given time and no longer, however it was written.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import regex

from verifier.text.expressions import problem_of
from verifier.text.normalize import characters_of, fold, slices_of
from verifier.text.ranges import TextRange

MOST = 10_000
LONGEST = 1_000
"""Code points of what is looked for: of more that repeat, the search's own tables take minutes."""
SECONDS = 1.0
AROUND = 40
_MARKS = regex.compile(r"\p{Mn}+")
_HYPHEN = regex.compile(r"(?<=[^\W\d_])\\-(?=[^\W\d_])")
"""Between two letters, in a pattern: where it ends a line, the folded text is without it."""
_QUOTES = {
    **dict.fromkeys("‘’‚‛′ʼ`´", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
}


@dataclass(frozen=True, slots=True)
class FindOptions:
    """How to compare."""

    regular: bool = False
    whole_words: bool = False
    match_case: bool = False
    match_accents: bool = False


@dataclass(frozen=True, slots=True)
class Finds:
    """Ranges in code points of the text, in order; `problem` says in words why there are none."""

    ranges: tuple[TextRange, ...] = ()
    more: bool = False
    """There are more than are listed."""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """A find on one line, with what stands before and after it."""

    before: str
    words: str
    after: str


class Finder:
    """Finds in one text; what is costly to prepare is prepared once."""

    def __init__(self, text: str) -> None:
        self.text = text

    def find(
        self,
        wanted: str,
        options: FindOptions = FindOptions(),
        *,
        most: int = MOST,
        seconds: float = SECONDS,
    ) -> Finds:
        """Every place of the words, or of what the expression describes, `most` at most."""
        if not wanted.strip():
            return Finds()
        if len(wanted) > LONGEST:
            return Finds(problem=f"Look for fewer words: at most {LONGEST:,} characters.")
        problem = problem_of(wanted) if options.regular else ""
        if problem:
            return Finds(problem=problem)
        searched = self._searched(options)
        pattern = searched.prepared(wanted)
        hyphens = 0
        if not options.regular:
            if not pattern:
                return Finds()
            # A letter without its accent is another letter.
            pattern = regex.escape(pattern, literal_spaces=True) + r"(?!\p{Mn})"
            pattern, hyphens = _HYPHEN.subn("-?", pattern)
        if options.whole_words:
            pattern = rf"(?<!\w)(?:{pattern})(?!\w)"
        flags = regex.MULTILINE | (0 if options.match_case else regex.IGNORECASE)
        if not options.regular:
            flags |= regex.FULLCASE  # "STRASSE" is "Straße" in capitals
        found: list[TextRange] = []
        try:
            for where in _ranges(searched, regex.compile(pattern, flags), seconds):
                if hyphens and _hyphens(where.of(self.text)) < hyphens:
                    continue
                if len(found) == most:
                    return Finds(tuple(found), more=True)
                found.append(where)
        except regex.error as error:
            return Finds(problem=f"The expression cannot be read: {error}.")
        except (RecursionError, OverflowError, MemoryError):
            return Finds(problem="The expression is too large.")
        except TimeoutError:
            return Finds(tuple(found), problem="The expression takes too long. Make it simpler.")
        return Finds(tuple(found))

    def context(self, where: TextRange, around: int = AROUND) -> Context:
        """A find with what stands around it, white space made even."""
        before = self.text[max(0, where.start - around) : where.start]
        after = self.text[where.stop : where.stop + around]
        return Context(
            *(regex.sub(r"\s+", " ", part) for part in (before, where.of(self.text), after))
        )

    def _searched(self, options: FindOptions) -> _Searched:
        if options.regular:
            return self._exact_lines if options.match_accents else self._plain_lines
        return self._accented if options.match_accents else self._unaccented

    @cached_property
    def _exact_lines(self) -> _Searched:
        return _AsItIs(self.text)

    @cached_property
    def _plain_lines(self) -> _Searched:
        return _Plain(self.text)

    @cached_property
    def _accented(self) -> _Searched:
        return _Folded(self.text, keep_accents=True)

    @cached_property
    def _unaccented(self) -> _Searched:
        return _Folded(self.text, keep_accents=False)


class _AsItIs:
    """The text itself."""

    def __init__(self, text: str) -> None:
        self.text = text

    def prepared(self, wanted: str) -> str:
        """What is looked for, folded as the text is."""
        return wanted

    def original(self, start: int, stop: int) -> TextRange:
        """The range of the original for one of `text`."""
        return TextRange(start, stop)


class _Plain(_AsItIs):
    """The text with letters for accented letters and plain marks, one for one."""

    def __init__(self, text: str) -> None:
        super().__init__(_one_for_one(text))

    def prepared(self, wanted: str) -> str:
        """The expression with the same replacements."""
        return _one_for_one(wanted)


class _Folded(_AsItIs):
    """The folded text, with or without its accents."""

    def __init__(self, text: str, *, keep_accents: bool) -> None:
        self._folded = fold(text)
        self._keep = keep_accents
        self._at: list[int] = []
        """Where, in the text without marks, something was taken out."""
        self._skipped: list[int] = []
        """How much was taken out up to there."""
        super().__init__(self._folded.text)
        if not keep_accents:
            self._take_out_marks()

    def _take_out_marks(self) -> None:
        pieces, done, skipped = [], 0, 0
        if not any(unicodedata.category(one) == "Mn" for one in characters_of(self._folded.text)):
            return
        for match in _MARKS.finditer(self._folded.text, concurrent=True):
            pieces.append(self._folded.text[done : match.start()])
            self._at.append(match.start() - skipped)
            skipped += match.end() - match.start()
            self._skipped.append(skipped)
            done = match.end()
        pieces.append(self._folded.text[done:])
        self.text = "".join(pieces)

    def prepared(self, wanted: str) -> str:
        """The words folded."""
        plain = fold(wanted).text
        return plain if self._keep else str(_MARKS.sub("", plain))

    def original(self, start: int, stop: int) -> TextRange:
        """Through both foldings; marks after the last letter belong to it."""
        first = start + self._before(start)
        last = stop + self._before(stop)
        return self._folded.original(TextRange(first, max(first, last)))

    def _before(self, index: int) -> int:
        place = bisect_right(self._at, index)
        return self._skipped[place - 1] if place else 0


_Searched = _AsItIs


def _ranges(
    searched: _Searched, pattern: regex.Pattern[str], seconds: float
) -> Iterator[TextRange]:
    """What a pattern matches, but for matches of nothing, as ranges of the original."""
    for match in pattern.finditer(searched.text, timeout=seconds, concurrent=True):
        if match.end() > match.start():
            yield searched.original(match.start(), match.end())


def _hyphens(words: str) -> int:
    return sum(words.count(hyphen) for hyphen in "-‐‑‒–—―−")


def _one_for_one(text: str) -> str:
    table = {}
    for character in characters_of(text):
        plain = _QUOTES.get(character) or unicodedata.normalize("NFD", character)[0]
        if plain != character:
            table[ord(character)] = plain
    pieces = (text[first:last] for first, last in slices_of(text))
    return "".join(piece.translate(table) for piece in pieces)
