"""W3C Web Annotations: every MUST of the official tests, and what those tests do not see."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import factories_report as make
import pytest
from jsonschema import Draft4Validator, FormatChecker
from referencing import Registry
from referencing.jsonschema import DRAFT4
from sample_case import EXPORTED, sample_data

from verifier.export.web_annotations import all_annotations, annotation_collection, iri

SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[!-~]+")
BROKEN = re.compile(r'[\s<>"{}|\\^`\[\]]|%(?![0-9A-Fa-f]{2})|#.*#')
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
formats = FormatChecker(())


@formats.checks("uri")
def is_uri(value: object) -> bool:
    return not isinstance(value, str) or bool(SCHEME.fullmatch(value) and not BROKEN.search(value))


@formats.checks("date-time")
def is_time(value: object) -> bool:
    return not isinstance(value, str) or bool(TIME.fullmatch(value))


@pytest.fixture(scope="module")
def musts(shared: Path) -> list[Draft4Validator]:
    root = shared / "schemas" / "web-annotation"
    if not root.is_dir():
        pytest.skip("the W3C's tests are not on this machine")
    registry: Registry[Any] = Registry()
    for path in (root / "definitions").glob("*.json"):
        resource = DRAFT4.create_resource(json.loads(path.read_text("utf-8")))
        registry = registry.with_resource(path.name, resource)
    listed = json.loads((root / "annotations" / "annotationMusts.test").read_text("utf-8"))
    found = []
    for name in listed["assertions"]:
        schema = json.loads((root / name).read_text("utf-8"))
        # Draft 4 ignores what stands beside $ref; an id there would only misdirect it.
        schema.pop("id", None)
        found.append(Draft4Validator(schema, registry=registry, format_checker=formats))
    assert len(found) == 54
    return found


def failures(musts: list[Draft4Validator], annotation: dict[str, Any]) -> list[str]:
    return [str(must.schema) for must in musts if not must.is_valid(annotation)]


def times(value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in ("created", "modified", "generated", "sourceDate"):
                yield key, inner
            yield from times(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from times(inner)


def talked_about() -> list[dict[str, Any]]:
    """A PDF with an awkward address, two claims, remarks with replies, captured evidence."""
    text = "First claim. Second claim 🛰 here."
    shown = make.document(
        text, url="https://example.org/a b?q=[1]#x#y", media_type="application/pdf"
    )
    marked = replace(
        make.highlight(shown, 1, 0, 12),
        page=3,
        rectangles=[[3, 10, 20, 60, 32], [3, 10, 34, 40, 46]],
    )
    first = make.claim(
        1,
        highlights=(marked,),
        citations=(make.citation(1),),
        comments=(make.comment(1, "Is it?"), make.comment(2, "It is.", parent=1)),
        tags=["sites"],
    )
    second = make.claim(2, highlights=(make.highlight(shown, 2, 13, len(text)),), history=())
    item = replace(
        make.evidence(1),
        url="https://example.org/ü|x",
        archive_url="https://web.archive.org/1",
        captured_at=make.START,
    )
    data = make.data([shown], [first, second], sources=[make.source(1)], items=[item])
    return list(all_annotations(data, make.EXPORTED))


def test_every_annotation_of_the_sample_passes_the_official_musts(
    musts: list[Draft4Validator],
) -> None:
    for annotation in all_annotations(sample_data(), EXPORTED):
        assert failures(musts, annotation) == []


def test_remarks_replies_and_awkward_addresses_pass_the_official_musts(
    musts: list[Draft4Validator],
) -> None:
    for annotation in talked_about():
        assert failures(musts, annotation) == []


def test_the_official_tests_are_run_in_earnest(musts: list[Draft4Validator], shared: Path) -> None:
    good = next(all_annotations(sample_data(), EXPORTED))
    for key, bad in (("id", "not a uri"), ("created", "yesterday"), ("target", None)):
        assert failures(musts, {**good, key: bad})
    samples = shared / "schemas" / "web-annotation" / "tools" / "samples"
    refused = {
        path.stem
        for path in sorted((samples / "correct").glob("*.json"))
        if failures(musts, json.loads(path.read_text("utf-8")))
    }
    # Composite and List targets, which the tests do not know, and what is no single annotation.
    composite = {"anno11", "anno12", "anno13"}
    assert refused == composite | {"collection1", "example41", "example42", "example43"}


def test_every_time_is_utc_and_says_so() -> None:
    found = [t for a in talked_about() for t in times(a)]
    found += list(times(json.loads(annotation_collection(sample_data(), EXPORTED))))
    assert {"created", "generated", "sourceDate"} <= {key for key, _ in found}
    assert all(value.endswith("Z") for _, value in found)


def test_all_selectors_of_a_passage_mean_the_same_words() -> None:
    (document,) = sample_data().documents
    for annotation in all_annotations(sample_data(), EXPORTED):
        quote, position = annotation["target"]["selector"]
        assert document.text[position["start"] : position["end"]] == quote["exact"]
        assert document.text[: position["start"]].endswith(quote.get("prefix", ""))


def test_a_passage_in_a_pdf_names_its_page_and_rectangle() -> None:
    fragment = talked_about()[0]["target"]["selector"][2]
    assert fragment["conformsTo"] == "http://tools.ietf.org/rfc/rfc3778"
    assert fragment["value"] == "page=3&viewrect=10,20,50,26"


def test_a_reply_targets_the_remark_and_the_remark_the_passage() -> None:
    passage, remark, reply, _ = talked_about()
    assert remark["target"] == passage["id"]
    assert reply["target"] == remark["id"]
    assert (remark["motivation"], reply["motivation"]) == ("commenting", "replying")


def test_the_collection_holds_every_annotation_once() -> None:
    collection = json.loads(annotation_collection(sample_data(), EXPORTED))
    items = collection["first"]["items"]
    assert collection["total"] == len(items) == len({item["id"] for item in items})
    assert collection["type"] == "AnnotationCollection"


@pytest.mark.parametrize(
    ("written", "uri"),
    [
        ("https://e.org/a b[1]", "https://e.org/a%20b%5B1%5D"),
        ("https://e.org/%41#a#b", "https://e.org/%41#a%23b"),
        ("https://e.org/100%", "https://e.org/100%25"),
        ("https://e.org/Київ", "https://e.org/%D0%9A%D0%B8%D1%97%D0%B2"),
    ],
)
def test_addresses_become_uris(written: str, uri: str) -> None:
    assert iri(written) == uri
