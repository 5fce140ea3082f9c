"""Search across a case, in a file and on a server."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from factories import OWNER, add_claim, add_document, copy_of, join
from hypothesis import given
from hypothesis import strategies as st

from verifier.actions.assessments import Assess
from verifier.actions.claims import AddClaim, EditClaim, WithdrawClaim
from verifier.actions.documents import RemoveDocument
from verifier.actions.evidence import AddSource
from verifier.actions.people import EditPerson
from verifier.actions.reviews import AddComment, ReviewClaim
from verifier.queries.search import Hit, misnamed, search
from verifier.queries.search_spelling import meant
from verifier.states import Decision
from verifier.workspace import Workspace

REPORT = "Sixty sites, said “the oﬃcer”.\nCafés in Київ were shut.\n"


def found(workspace: Workspace, query: str, **options: bool) -> list[str]:
    """Kind and title of each hit, in order of the alphabet."""
    return sorted(f"{hit.kind} {hit.title}" for hit in hits(workspace, query, **options))


def hits(workspace: Workspace, query: str, *, as_typed: bool = False) -> tuple[Hit, ...]:
    with workspace.reading() as session:
        return search(session, workspace.case_id, query, as_typed=as_typed)


@pytest.fixture(scope="module", params=["file", "server"])
def filled(
    request: pytest.FixtureRequest, ready_case: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Workspace]:
    """A case to be asked only: in a file, and on a server."""
    if request.param == "file":
        opened = copy_of(ready_case, tmp_path_factory.mktemp("filled") / "case.vcase")
    else:
        address = request.getfixturevalue("postgresql")
        opened = Workspace.create(address, title="On the server", person=OWNER)
    with opened:
        fill(opened)
        yield opened


def fill(workspace: Workspace) -> None:
    """A document; C1, rated and remarked on; C2, of another kind; a source."""
    document = add_document(workspace, REPORT, 31)
    first = add_claim(workspace, document, "Sixty sites")
    second = add_claim(workspace, document, "Cafés")
    workspace.do(Assess(first, verdict="refuted", confidence="low", reason="Only six, says CERT."))
    workspace.do(AddComment(first, "A naïve count?"))
    workspace.do(EditClaim(second, {"kind": "event", "tags": ("Big-Data", "été")}))
    workspace.do(AddSource({"title": "Register of sites", "publisher": "CERT"}))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("sites", ["claim C1", "document report.txt", "source Register of sites"]),
        ("SITES in:claims", ["claim C1"]),
        ("cafes", ["claim C2", "document report.txt"]),
        ("київ", ["document report.txt"]),
        ("naive", ["comment C1"]),
        ("officer", ["document report.txt"]),
        ('"sixty sites"', ["claim C1", "document report.txt"]),
        ("“sixty sites”", ["claim C1", "document report.txt"]),
        ('"sites sixty"', []),
        ("sit*", ["claim C1", "document report.txt", "source Register of sites"]),
        ("sites -register -officer", ["claim C1"]),
        ("cert in:reasons", ["assessment C1"]),
        ("verdict:refuted sites", ["claim C1"]),
        ("verdict:refuted", ["assessment C1", "claim C1", "comment C1"]),
        ("verdict:supported", []),
        ("verdict:refuted confidence:low by:OK in:claims", ["claim C1"]),
        ("-verdict:refuted in:claims", ["claim C2"]),
        ("kind:event", ["claim C2"]),
        ("status:in_progress in:claims", ["claim C1"]),
        ("tag:ete", ["claim C2"]),
        ("tag:data in:claims", ["claim C2"]),
        ("by:nobody sites", []),
        ("C2", ["claim C2"]),
        ("in:nowhere sites", []),
        ("http://sites", []),
    ],
)
def test_a_search_finds(filled: Workspace, query: str, expected: list[str]) -> None:
    assert found(filled, query) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("oficer", "officer"),
        ("Sixtey oficer", "sixty officer"),
        ("sties", "sites"),
        ("Register stes", "Register sites"),
        ('"sixty stes" in:document', '"sixty sites" in:document'),
        ("Київе", "київ"),
        ("offcer -count", "officer -count"),
        ("cafés shutt", "cafés shut"),
        ("caféz", "cafés"),
        ("sites", ""),
        ("marmalade", ""),
        ("sixty register", ""),
        ("stes verdict:fasle", ""),
        ("sts*", ""),
        ("si", ""),
        ("2021", ""),
    ],
)
def test_a_search_that_finds_nothing_is_told_what_may_have_been_meant(
    filled: Workspace, query: str, expected: str
) -> None:
    with filled.reading() as session:
        assert meant(session, filled.case_id, query) == expected


def test_words_of_another_case_on_the_server_are_not_told(postgresql: str) -> None:
    with Workspace.create(f"{postgresql}", title="Secret", person=OWNER) as other:
        other.do(AddClaim("Elsewhere"))
        add_document(other, "Nowhere and elsewhere.")
        with other.reading() as session:
            assert meant(session, other.case_id, "elsewere") == "elsewhere"
    with Workspace.create(f"{postgresql}", title="Open", person=OWNER) as workspace:
        workspace.do(AddClaim("Somewhere"))
        with workspace.reading() as session:
            assert meant(session, workspace.case_id, "elsewere") == ""
            assert meant(session, workspace.case_id, "somewere") == "somewhere"


def test_filters_that_name_nothing_there_is_are_told(filled: Workspace) -> None:
    query = "in:moon verdict:fasle verdict:false by:ZZ kind:stat status:done -stance:no tag:none"
    with filled.reading() as session:
        names = misnamed(session, filled.case_id, query)
    assert names == ("in:moon", "verdict:fasle", "by:ZZ", "status:done", "stance:no")


def test_the_word_being_typed_stands_for_all_that_begin_so(filled: Workspace) -> None:
    assert found(filled, "nai", as_typed=True) == ["comment C1"]
    assert found(filled, "nai") == []
    assert found(filled, "n", as_typed=True) == []


def test_a_hit_says_where_to_go_and_what_was_found(filled: Workspace) -> None:
    (hit,) = hits(filled, "cafes in:documents")
    assert (hit.page, hit.range.start if hit.range else None) == (2, 31)
    assert [match.of(hit.snippet.text) for match in hit.snippet.matches] == ["Cafés"]
    (ligature,) = hits(filled, "officer")
    assert [match.of(ligature.snippet.text) for match in ligature.snippet.matches] == ["oﬃcer"]
    (claim,) = hits(filled, "sixty in:claims")
    assert claim.range is not None
    assert (claim.page, claim.range.start, claim.range.stop) == (1, 0, 11)


def test_the_index_follows_edits_withdrawals_undo_and_other_people(anywhere: Workspace) -> None:
    document = add_document(anywhere)
    claim = add_claim(anywhere, document, "70 sites")
    edited = anywhere.do(EditClaim(claim, {"statement": "eighty", "note": "marmalade"}))
    assert found(anywhere, "marmalade") == ["claim C1"]
    anywhere.undo(edited)
    assert found(anywhere, "marmalade") == []
    rated = anywhere.do(Assess(claim, verdict="refuted", reason="apples"))
    with join(anywhere, "Ben") as other:
        other.do(Assess(claim, verdict="supported", reason="pears"))
    assert found(anywhere, "verdict:supported in:claims by:ben") == ["claim C1"]
    assert found(anywhere, "verdict:refuted in:claims") == []
    anywhere.do(ReviewClaim(claim, Decision.SUBMIT))
    assert found(anywhere, "status:ready_for_review pears") == ["assessment C1"]
    withdrawn = anywhere.do(WithdrawClaim(claim))
    assert found(anywhere, "apples") == []
    anywhere.undo(withdrawn)
    assert found(anywhere, "apples") == ["assessment C1"]
    anywhere.do(EditPerson(anywhere.actor.id, {"initials": "XY"}))
    assert found(anywhere, "apples by:XY") == ["assessment C1"]
    assert rated.steps


def test_a_removed_document_is_not_found(anywhere: Workspace) -> None:
    document = add_document(anywhere)
    removed = anywhere.do(RemoveDocument(document.id))
    assert found(anywhere, "Officials") == []
    anywhere.undo(removed)
    assert found(anywhere, "Officials") == ["document report.txt"]


def test_words_far_into_a_long_text_are_found_once(anywhere: Workspace) -> None:
    text = "lorem ipsum " * 20_000 + "needle" + " dolor" * 100
    add_document(anywhere, text)
    (hit,) = hits(anywhere, "needle")
    assert hit.range is not None
    assert hit.range.of(text) == "needle"


def test_scripts_without_spaces_are_searched_inside_their_runs(anywhere: Workspace) -> None:
    document = add_document(anywhere, "乌克兰政府网站周五遭到攻击。 100% sure.\n")
    add_claim(anywhere, document, "乌克兰政府网站")
    assert found(anywhere, "政府") == ["claim C1", "document report.txt"]
    assert found(anywhere, "政府 sure") == ["document report.txt"]
    assert found(anywhere, "政府 -攻击") == ["claim C1"]
    assert found(anywhere, "政%府 in:claims") == []
    assert found(anywhere, "สวัสดี") == []
    (hit,) = hits(anywhere, "攻击 in:documents")
    assert [match.of(hit.snippet.text) for match in hit.snippet.matches] == ["攻击"]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("елка", "Ёлка"), ("ёлка", "Ёлка"), ("ёжи", "ежи"), ('"ежи ели"', "ежи ели"),
        ("اوكرانيا", "أوكرانيا"), ("أوكرانيا", "أوكرانيا"), ("الأمن", "الامن"),
    ],
)  # fmt: skip
def test_letters_that_some_write_with_more_care_are_found_either_way(
    anywhere: Workspace, query: str, words: str
) -> None:
    text = "Ёлка: ежи ели. Ещё раз. أوكرانيا تعرضت لهجوم، الامن.\n"
    add_document(anywhere, text)
    (hit,) = hits(anywhere, query)
    assert hit.range is not None
    assert hit.range.of(text) == words


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("كتب", "كَتَبَ"), ("كَتَبَ", "كَتَبَ"), ("محمّد", "محمد"), ("مُحَمَّد", "محمد"),
        ("الوزير", "الوزيـــر"), ("القرأن", "القُرْآن"), ("كت*", "كَتَ"),
        ("שלום", "שָׁלוֹם"), ("שָׁלוֹם", "שָׁלוֹם"), ("הַמֶּלֶךְ", "המלך"), ("דברים", "דְּבָרִ֖ים"),
    ],
)  # fmt: skip
def test_words_are_found_with_and_without_the_signs_of_their_vowels(
    anywhere: Workspace, query: str, words: str
) -> None:
    text = "كَتَبَ الوزيـــر محمد من القُرْآن. שָׁלוֹם המלך דְּבָרִ֖ים.\n"
    add_document(anywhere, text)
    (hit,) = hits(anywhere, query)
    assert hit.range is not None
    assert hit.range.of(text) == words
    assert [match.of(hit.snippet.text) for match in hit.snippet.matches] == [words]


def test_a_sign_without_a_letter_asks_for_nothing(anywhere: Workspace) -> None:
    anywhere.do(AddClaim("كَتَبَ"))
    for sign in ("ـ", "\u064e"):
        assert found(anywhere, sign) == []


def test_a_word_with_vowels_that_was_written_over_is_found_no_more(anywhere: Workspace) -> None:
    claim = AddClaim("كَتَبَ الوزير")
    anywhere.do(claim)
    assert found(anywhere, "كتب") == ["claim C1"]
    anywhere.do(EditClaim(claim.id, {"statement": "קָרָא"}))
    assert found(anywhere, "كتب") == []
    assert found(anywhere, "קרא") == ["claim C1"]


def test_marks_inside_a_word_do_not_part_it(anywhere: Workspace) -> None:
    add_document(anywhere, "हिन्दी में लिखा गया।\n")
    assert found(anywhere, "हिन्दी")
    assert not found(anywhere, "हिमाचल")


def test_the_best_come_first(anywhere: Workspace) -> None:
    add_document(anywhere, "The bridge. " + "Water and sand. " * 50, name="a.txt")
    add_document(anywhere, "Bridge on bridge of the bridge.", name="b.txt")
    assert [hit.title for hit in hits(anywhere, "bridge")] == ["b.txt", "a.txt"]


def test_filters_alone_show_the_newest_first(anywhere: Workspace) -> None:
    document = add_document(anywhere)
    for words in ("70 sites", "Officials", "shut"):
        claim = add_claim(anywhere, document, words)
        anywhere.do(EditClaim(claim, {"kind": "event"}))
    assert [hit.title for hit in hits(anywhere, "kind:event")] == ["C3", "C2", "C1"]


def test_among_what_filters_leave_the_best_come_first(anywhere: Workspace) -> None:
    make_events(anywhere, "Bridge on bridge of the bridge.", "The bridge. " + "Water, sand. " * 50)
    assert [hit.title for hit in hits(anywhere, "bridge kind:event")] == ["C1", "C2"]


def test_words_that_stand_everywhere_show_the_newest_first_also_with_a_filter(
    anywhere: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_events(anywhere, "Bridge on bridge of the bridge.", "The bridge. " + "Water, sand. " * 50)
    monkeypatch.setattr("verifier.queries.search_best.RANKED", 2)
    assert [hit.title for hit in hits(anywhere, "bridge kind:event")] == ["C2", "C1"]


def make_events(workspace: Workspace, *notes: str) -> None:
    """Claims that are events with these notes, and one that is none and has all of them."""
    document = add_document(workspace)
    for note in notes:
        claim = add_claim(workspace, document, "70 sites")
        workspace.do(EditClaim(claim, {"kind": "event", "note": note}))
    claim = add_claim(workspace, document, "70 sites")
    workspace.do(EditClaim(claim, {"note": " ".join(notes)}))


@pytest.fixture(scope="module")
def searched(ready_case: Path, tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    workspace = copy_of(ready_case, tmp_path_factory.mktemp("searched") / "case.vcase")
    add_claim(workspace, add_document(workspace), "70 sites")
    return workspace


HOSTILE = st.lists(
    st.sampled_from(
        [
            *"ab*\"'()^{}:+-<>~|&!%\\,. \0\n“é",
            "\ud800",
            "AND ",
            "NOT ",
            "NEAR(",
            "tag:",
            "in:",
            "by:",
        ]
    )
).map("".join)


@given(st.one_of(st.text(), HOSTILE), st.booleans())
def test_whatever_is_asked_for_what_is_found_shows_its_matches(
    searched: Workspace, query: str, as_typed: bool
) -> None:
    for hit in hits(searched, query, as_typed=as_typed):
        assert hit.id
        assert all(match.of(hit.snippet.text) for match in hit.snippet.matches)


@pytest.mark.parametrize(
    "query",
    ["'", '"', "a' & b", "a:*", "\\", "\0", "\ud800", "tag:'", "!(", "<->", "a:bc*", "%s %(x)s :y"],
)
def test_nothing_hostile_reaches_the_servers_own_syntax(anywhere: Workspace, query: str) -> None:
    add_document(anywhere)
    for as_typed in (False, True):
        assert {hit.kind for hit in hits(anywhere, query, as_typed=as_typed)} <= {"document"}
    assert [hit.kind for hit in hits(anywhere, "sites")] == ["document"]


def test_a_case_of_the_first_schema_is_searched_after_its_upgrade(tmp_path: Path) -> None:
    path = tmp_path / "old.vcase"
    shutil.copyfile(Path(__file__).parents[1] / "data" / "schema-0001.vcase", path)
    with Workspace.open(path, person=OWNER) as workspace:
        assert workspace.backup is not None
        assert found(workspace, "cafe") == ["assessment C1", "document report.txt"]
        assert found(workspace, "verdict:refuted 70 sites") == ["claim C1"]
        assert found(workspace, "web sites") == [
            "document report.txt",
            "source Register of web sites",
        ]
        with workspace.reading() as session:
            (claim,) = search(session, workspace.case_id, "70 in:claims")
        workspace.do(EditClaim(claim.id, {"statement": "changed"}))
        assert found(workspace, "70 in:claims") == []
