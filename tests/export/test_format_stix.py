"""The attribution as a STIX 2.1 bundle."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

from sample_case import EXPORTED, sample_data

from verifier.export.stix import bundle
from verifier.queries.attributions import AttributionRow
from verifier.queries.report import ReportData

HEX = "[0-9a-f]"
ID = re.compile(rf"[a-z][a-z0-9-]+--{HEX}{{8}}-{HEX}{{4}}-4{HEX}{{3}}-[89ab]{HEX}{{3}}-{HEX}{{12}}")


def objects(data: ReportData) -> list[dict[str, Any]]:
    made = json.loads(bundle(data, EXPORTED))
    assert (made["type"], set(made)) == ("bundle", {"type", "id", "objects"})
    found: list[dict[str, Any]] = made["objects"]
    return found


def with_attribution(**changes: Any) -> ReportData:
    data = sample_data()
    first = next(
        row for row in data.attributions if row.incident_id and row.stated_band != "no attribution"
    )
    row: AttributionRow = replace(first, different_incident=False, **changes)
    return replace(data, attributions=(row,))


def only(kind: str, data: ReportData) -> dict[str, Any]:
    (found,) = [
        o
        for o in objects(data)
        if o["type"] == kind and o.get("relationship_type", "attributed-to") == "attributed-to"
    ]
    return found


def test_ids_are_well_formed_unique_and_the_same_in_every_export() -> None:
    ids = [o["id"] for o in objects(sample_data())]
    assert all(ID.fullmatch(i) for i in ids)
    assert len(ids) == len(set(ids))
    assert bundle(sample_data(), EXPORTED) == bundle(sample_data(), EXPORTED)


def test_every_reference_points_to_an_object_of_the_bundle() -> None:
    found = objects(sample_data())
    ids = {o["id"] for o in found}
    for each in found:
        for name in ("created_by_ref", "source_ref", "target_ref"):
            assert each.get(name) is None or each[name] in ids
        assert set(each.get("object_refs", ())) <= ids


def test_what_every_object_must_have_is_there() -> None:
    time = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")
    for each in objects(sample_data()):
        assert each["spec_version"] == "2.1"
        assert time.fullmatch(each["created"])
        assert time.fullmatch(each["modified"])
        assert 0 <= each.get("confidence", 0) <= 100


def test_the_party_stands_on_the_relationship_with_its_own_words() -> None:
    data = with_attribution(party="The ministry", stated_band="high", stated_confidence="certain")
    relation = only("relationship", data)
    (party,) = [o for o in objects(data) if o["id"] == relation["created_by_ref"]]
    assert party["name"] == "The ministry"
    assert "certain" in relation["description"]
    assert relation["confidence"] == 85


def test_a_band_that_is_no_plain_level_gives_no_number() -> None:
    assert "confidence" not in only("relationship", with_attribution(stated_band="low-moderate"))


def test_our_judgement_is_an_opinion_of_ours_about_the_relationship() -> None:
    data = with_attribution(
        likelihood_scale="icd203",
        likelihood="very-likely",
        confidence_scale="analytic",
        confidence="moderate",
        reason="Two lines of evidence.",
    )
    opinion = only("opinion", data)
    assert opinion["opinion"] == "strongly-agree"
    assert opinion["confidence"] == 50
    assert opinion["explanation"] == "Two lines of evidence."
    assert opinion["object_refs"] == [only("relationship", data)["id"]]


def test_a_party_that_names_nobody_is_a_note_and_no_actor() -> None:
    data = with_attribution(actor="none named", stated_band="no attribution")
    kinds = [o["type"] for o in objects(data)]
    assert "threat-actor" not in kinds
    assert kinds.count("note") == 1


def test_a_country_is_a_location_with_its_code() -> None:
    places = [o for o in objects(sample_data()) if o["type"] == "location"]
    assert [place["country"] for place in places] == ["UA"]
