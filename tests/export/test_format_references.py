"""The sources for reference managers."""

from __future__ import annotations

import json
from dataclasses import replace

import factories_report as make
from sample_case import sample_data

from verifier.export.references import csl_items, csl_json, ris


def records(content: bytes) -> list[list[tuple[str, str]]]:
    found: list[list[tuple[str, str]]] = [[]]
    for line in content.decode().split("\r\n"):
        tag, _, value = line.partition("  - ")
        if line.startswith("ER  -"):
            found.append([])
        elif line:
            found[-1].append((tag, value))
    return found[:-1]


def test_every_source_is_a_ris_record_that_begins_with_its_type() -> None:
    found = records(ris(sample_data()))
    assert len(found) == len(sample_data().sources)
    assert {record[0][0] for record in found} == {"TY"}
    assert all(len(tag) == 2 for record in found for tag, _ in record)
    assert {dict(record)["ID"] for record in found} == {s.label for s in sample_data().sources}


def test_every_source_is_a_csl_item_with_id_type_and_title() -> None:
    found = json.loads(csl_json(sample_data()))
    assert len(found) == len(sample_data().sources)
    assert all({"id", "type", "title"} <= item.keys() for item in found)
    by_id = {item["id"]: item for item in found}
    assert by_id["S81"]["issued"] == {"date-parts": [[2022, 1, 15]]}
    assert by_id["S81"]["author"] == [{"literal": "Dylan Carter"}]


def test_a_sources_own_citation_data_is_used() -> None:
    source = make.source(1, author="Haas, R.", url="")
    own = {"type": "report", "author": [{"family": "Haas", "given": "R."}], "DOI": "10.1/x"}
    data = make.data([make.document("x")], [], sources=[replace(source, csl=own)])
    (item,) = csl_items(data)
    assert item["type"] == "report"
    record = dict(records(ris(data))[0])
    assert (record["TY"], record["AU"], record["DO"]) == ("RPRT", "Haas, R.", "10.1/x")


def test_a_line_end_in_a_title_does_not_break_the_record() -> None:
    source = replace(make.source(1), title="One\r\nER  - two")
    data = make.data([make.document("x")], [], sources=[source])
    assert dict(records(ris(data))[0])["TI"] == "One ER - two"
