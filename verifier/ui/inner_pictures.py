"""The pictures inside a Word file, a page or a Markdown text, fetched while it is being read.

The reading process decodes them and writes them anew; until they come, their frames are shown.
"""

from __future__ import annotations

from collections.abc import Callable

from verifier.queries import documents
from verifier.reading.worker import SafePicture
from verifier.ui.jobs import Progress
from verifier.ui.reader.flow import FlowProvider
from verifier.ui.reader.image import ImageProvider
from verifier.ui.reader.view import ReaderView
from verifier.ui.shell import Shell

WithPictures = FlowProvider | ImageProvider
AT_A_TIME = 8
"""Pages of a scan that are fetched in one go: the first ones show while the others are made."""


def fetch_pictures(
    shell: Shell, view: ReaderView, sha256: str, name: str, reader: str = ""
) -> None:
    """Have the pictures of the document in a view taken out of its file, and show them."""
    provider = view.provider
    keys = provider.picture_keys if isinstance(provider, WithPictures) else []
    if not keys or not sha256:
        return
    with shell.workspace.reading() as session:
        data = documents.blob(session, sha256)
    step = AT_A_TIME if isinstance(provider, ImageProvider) else len(keys)
    taken: dict[str, SafePicture] = {}

    def fetch(first: int) -> None:
        wanted = keys[first : first + step]

        def work(_progress: Progress, cancelled: Callable[[], bool]) -> dict[str, SafePicture]:
            with shell.workers.borrow() as worker:
                return worker.pictures(data, wanted, name=name, cancelled=cancelled, reader=reader)

        def then(found: dict[str, SafePicture]) -> None:
            if isinstance(provider, WithPictures) and view.provider is provider:
                taken.update(found)
                provider.take_pictures(dict(taken))
                view.renew_pictures()
                if first + step < len(keys):
                    fetch(first + step)

        shell.jobs.run("", work, then, shell.tell_error)

    fetch(0)
