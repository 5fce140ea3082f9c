"""The annotation format: what fits becomes values, what does not is told with its place."""

from __future__ import annotations

import dataclasses
import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from verifier.errors import Invalid
from verifier.exchange import entries
from verifier.exchange.annotations import parse, schema

DOCS = Path(__file__).resolve().parents[2] / "docs" / "annotations.md"


def _file(**more: Any) -> dict[str, Any]:
    claim = {"id": "C1", "statement": "It rained.", "highlights": [{"quote": "rained"}]}
    return {"format": "verifier-annotations", "version": 1, "claims": [claim], **more}


def _mistakes(data: object) -> str:
    with pytest.raises(Invalid) as caught:
        parse(json.dumps(data))
    return caught.value.what


def _examples() -> list[tuple[str, dict[str, Any]]]:
    parts = re.split(r"^## (.+)$", DOCS.read_text(encoding="utf-8"), flags=re.MULTILINE)
    found = [("The file", parts[0]), *zip(parts[1::2], parts[2::2], strict=True)]
    return [
        (title, json.loads(block))
        for title, body in found
        for block in re.findall(r"```json\n(.*?)```", body, flags=re.DOTALL)
    ]


def test_a_file_becomes_values() -> None:
    read = parse(json.dumps(_file()))
    assert read.claims[0].highlights == (entries.HighlightEntry("rained"),)
    assert read.claims[0].assessment is None
    assert read.sources == ()


def test_a_byte_order_mark_is_no_matter() -> None:
    assert parse(json.dumps(_file()).encode("utf-8-sig")).version == 1


def test_the_schema_is_sound_and_has_the_fields_of_the_values() -> None:
    Draft202012Validator.check_schema(schema())
    names = {"Annotations": schema(), "PersonEntry": schema()["$defs"]["person"]}
    for name, rule in schema()["$defs"].items():
        if "properties" in rule:
            names["".join(map(str.title, name.split("_"))) + "Entry"] = rule
    for name, rule in names.items():
        fields = {each.name for each in dataclasses.fields(getattr(entries, name))}
        assert fields == set(rule["properties"]), name
        assert rule["additionalProperties"] is False, name


@pytest.mark.parametrize(("title", "example"), _examples(), ids=lambda each: str(each)[:20])
def test_every_example_in_the_documentation_fits(title: str, example: dict[str, Any]) -> None:
    name = title.lower()
    rule = schema() if name == "the file" else {**schema(), **schema()["$defs"][name]}
    if name != "the file":
        rule = {"$defs": schema()["$defs"], "$ref": f"#/$defs/{name}"}
    assert [error.message for error in Draft202012Validator(rule).iter_errors(example)] == []


def test_every_field_is_documented() -> None:
    text = DOCS.read_text(encoding="utf-8")
    for rule in (schema(), *schema()["$defs"].values()):
        for field in rule.get("properties", {}):
            assert f"| `{field}`" in text


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"claim": []}, "the file: unknown field “claim” (known: ach,"),
        ({"version": 2}, "version: “2” must be “1”"),
        ({"claims": {}}, "claims: must be a list"),
        ({"sources": [{"title": "x"}]}, "sources[0]: “id” is missing"),
        ({"sources": [{"id": ""}]}, "sources[0].id: must not be empty"),
        (
            {"sources": [{"id": "S", "reliability": "G"}]},
            "sources[0].reliability: “G” must be one of",
        ),
        ({"sources": [{"id": "S"}, {"id": "S"}]}, "sources[1].id: “S” is given twice"),
        ({"sources": [{"id": "S"}], "evidence": [{"id": "S"}]}, "“S” is the id of a source too"),
        ({"sources": [{"id": "S", "published": "May"}]}, "published: “May” must be a date such as"),
        (
            {"sources": [{"id": "S", "published": "2022-02-30"}]},
            "“2022-02-30” is not a date of the",
        ),
        (
            {"comments": [{"claim": "C9", "text": "?"}]},
            "comments[0].claim: nothing in the file has",
        ),
        (
            {"comments": [{"claim": "C1", "text": "?", "at": "now"}]},
            "must be a time in UTC such as",
        ),
        (
            {
                "ach": [
                    {
                        "claim": "C1",
                        "hypotheses": [],
                        "items": [{"id": "E", "text": "x", "cells": {"H": "C"}}],
                    }
                ]
            },
            "ach[0].items[0].cells: nothing in the file has the id “H”",
        ),
    ],
)
def test_a_mistake_is_told_with_its_place(change: dict[str, Any], words: str) -> None:
    assert words in _mistakes(_file(**change))


@pytest.mark.parametrize(
    ("path", "change", "words"),
    [
        (
            "highlights",
            [{"quote": "a", "start": 3}],
            "claims[0].highlights[0]: these belong together",
        ),
        ("highlights", [{"qoute": "a"}], "claims[0].highlights[0]: unknown field “qoute”"),
        (
            "citations",
            [{"stance": "supports"}],
            "claims[0].citations[0]: needs a source or evidence",
        ),
        ("citations", [{"stance": "supports", "source": "S9"}], "citations[0].source: nothing in"),
        ("priority", 4, "claims[0].priority: “4” must be at most 3"),
        ("implied", "yes", "claims[0].implied: must be true or false"),
        ("date", "2022-01-15/2022-01-09", "claims[0].date: “2022-01-15/2022-01-09” is not a date"),
    ],
)
def test_a_mistake_in_a_claim_is_told_with_its_place(path: str, change: Any, words: str) -> None:
    data = _file()
    data["claims"][0][path] = change
    assert words in _mistakes(data)


def test_what_is_remembered_needs_no_source() -> None:
    data = _file()
    data["claims"][0]["citations"] = [{"stance": "context", "basis": "from memory", "note": "x"}]
    assert parse(json.dumps(data)).claims[0].citations[0].basis == "from memory"


def test_many_mistakes_are_counted_not_all_shown() -> None:
    words = _mistakes(_file(sources=[{"nonsense": "x" * 10_000} for _ in range(50)]))
    assert "and 88 more" in words
    assert len(words) < 6_000


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("{", "not valid JSON: line 1"),
        (b"\xff\xfe", "not UTF-8"),
        ("[" * 100_000, "nested too deeply"),
        ("[]", "the file: must be an object"),
    ],
)
def test_what_is_no_annotation_file_is_refused(content: str | bytes, words: str) -> None:
    with pytest.raises(Invalid, match=words):
        parse(content)
