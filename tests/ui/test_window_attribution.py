"""Incidents and attributions in the window: every field, by mouse and keyboard."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit
from test_window_places import fill, form_of, timeline, with_claim
from window_driving import CTRL, Bench

from verifier.actions.evidence import AddEvidence
from verifier.queries.attributions import attributions, incidents
from verifier.states import EvidenceKind
from verifier.ui.forms.form import Checks


def test_an_incident_is_described_in_place(bench: Bench) -> None:
    with_claim(bench)
    view = timeline(bench)
    bench.click(view.add_incident)
    bench.type("Wiper of January")
    bench.key(Qt.Key.Key_Return)
    (card,) = view.incidents.cards.values()
    fields = card.form.widgets
    for name, words in (("aliases", "WhisperGate; DEV-0586"), ("start", "2022-01-13")):
        cast(QLineEdit, fields[name]).setFocus()
        bench.type(words)
        bench.key(Qt.Key.Key_Return)
    fields["victims"].setFocus()
    bench.type("About 70 websites, of ministries")
    assert bench.shell.drafts.settle()
    box = cast(Checks, fields["initial_access"]).boxes["supply-chain-compromise"]
    bench.until(box.isVisible)
    bench.click(box)
    (incident,) = bench.shell.read(incidents)
    assert (incident.name, incident.start) == ("Wiper of January", "2022-01-13")
    assert incident.aliases == ["WhisperGate", "DEV-0586"]
    assert incident.victims == ["About 70 websites, of ministries"]
    assert incident.initial_access == ["supply-chain-compromise"]
    cast(QLineEdit, fields["end"]).setFocus()
    bench.type("soon")
    bench.key(Qt.Key.Key_Return)
    assert "is no date" in bench.told
    fields["end"].setText("")  # type: ignore[attr-defined]
    assert bench.shell.drafts.settle()


def test_every_field_of_an_attribution_is_edited_in_its_place(bench: Bench) -> None:
    claim_id = with_claim(bench)
    item = AddEvidence(EvidenceKind.LINK, {"title": "Indictment", "url": "https://example.org/i"})
    assert bench.shell.do(item)
    view = timeline(bench)
    view.incidents.add()
    (incident_id,) = view.incidents.cards
    bench.click(view.add)
    fill(form_of(view), party="US Department of Justice", actor="Unit 29155")
    bench.key(Qt.Key.Key_Return, CTRL)
    (said,) = view.rows
    assert (said.claim_id, said.incident_id) == (claim_id, incident_id)

    view.cards[said.id]._edit()
    form = form_of(view)
    fill(
        form,
        actor_aliases="Cadet Blizzard; DEV-0586",
        sponsor_state="RU",
        state_responsibility="state-ordered",
        level="group",
        basis="other-government",
        not_disclosed="How it was seen",
        stated_band="high",
        contested_by="Kremlin\nBelarus",
        legal="indictment; 2024-09-05; United States v. Stigal",
        note="Unsealed later",
    )
    record = cast(Checks, form.fields["indicators"]).boxes["legal-record"]
    bench.until(record.isVisible)
    bench.click(record)
    bench.click(form.fields["different_incident"])
    assert cast(QCheckBox, form.fields["different_incident"]).isChecked()
    assert isinstance(form.fields["contested_by"], QPlainTextEdit)
    form.evidence.field.setFocus()
    bench.type("indict")
    bench.key(Qt.Key.Key_Return)
    assert bench.shell.do(AddEvidence(EvidenceKind.LINK, {"title": "Other"}))
    assert view.form is form
    bench.click(form.save)
    assert view.form is None
    (said,) = bench.shell.read(attributions)
    assert said.actor_aliases == ["Cadet Blizzard", "DEV-0586"]
    assert (said.sponsor_state, said.state_responsibility) == ("RU", "state-ordered")
    assert said.legal == [
        {"kind": "indictment", "date": "2024-09-05", "reference": "United States v. Stigal"}
    ]
    assert said.contested_by == ["Kremlin", "Belarus"]
    assert (said.indicators, said.different_incident) == (["legal-record"], True)
    assert said.evidence_ids == (item.id,)
    bench.undo()
    (said,) = bench.shell.read(attributions)
    assert (said.sponsor_state, said.evidence_ids) == ("", ())
    bench.redo()
    view.incidents._filter(incident_id)
    assert list(view.cards) == [said.id]
