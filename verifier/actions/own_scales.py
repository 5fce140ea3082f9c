"""A case carries the scales that do not ship with the program: it must open elsewhere, too."""

from __future__ import annotations

from verifier import scales
from verifier.actions.base import Ledger


def keep_scale(ledger: Ledger, scale_id: str, *, anew: bool = False) -> None:
    """Copy a scale of the person's own into the case, where it is not yet.

    `anew` takes the file as it is now: what a case carries changes only when somebody chooses the
    scale for it again, so that editing a file never changes what old ratings meant.
    """
    own = scales.own_scales().get(scale_id)
    case = ledger.case()
    if own is None or (scale_id in case.own_scales and not anew):
        return
    ledger.change(case, {"own_scales": {**case.own_scales, scale_id: scales.table_of(own)}})
