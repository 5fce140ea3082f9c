"""The views of the claims table in the person's settings: their own, and the one shown last."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from verifier.ui.shell import Shell
from verifier.ui.table.views import TableView, shipped_views, view_from_json

OPTION = "claims_table"
AT_MOST = 50


class KeptViews:
    """Reads and writes them."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell

    def views(self) -> tuple[TableView, ...]:
        """The person's own, by name."""
        listed = self._option().get("views")
        found = [view_from_json(each) for each in listed] if isinstance(listed, list) else []
        return tuple(sorted((each for each in found if each), key=lambda view: view.name))

    def last(self) -> TableView:
        """The view that was shown last, without its filter: who begins anew sees all of it."""
        kept = self._option().get("last")
        found = view_from_json(kept) if isinstance(kept, Mapping) else None
        if found is None:
            return shipped_views()[0]
        name = found.name
        if name not in {view.name for view in self.views()}:
            # A view that everybody has: its name may be that in another language.
            shipped = {view.wanted.only: view.name for view in shipped_views()}
            name = shipped.get(found.wanted.only, name)
        return replace(found, name=name, wanted=replace(found.wanted, words="", verdict=None))

    def keep(self, view: TableView) -> None:
        """Keep a view under its name, in place of another of that name."""
        others = [each for each in self.views() if each.name != view.name]
        self._write(views=[each.to_json() for each in (*others, view)][-AT_MOST:])

    def remove(self, name: str) -> None:
        """Forget a view."""
        self._write(views=[each.to_json() for each in self.views() if each.name != name])

    def remember(self, view: TableView) -> None:
        """This is the view that is shown."""
        self._write(last=view.to_json())

    def _option(self) -> Mapping[str, Any]:
        kept = self._shell.settings.options.get(OPTION)
        return kept if isinstance(kept, Mapping) else {}

    def _write(self, **changes: Any) -> None:
        settings = self._shell.settings
        kept = {**self._option(), **changes}
        if kept != self._option():
            self._shell.remember_soon(replace(settings, options={**settings.options, OPTION: kept}))
