"""Runs batches as a caller would, and says what has become of each document."""

from pathlib import Path

from service.store import BatchDocument, Outcome
from service.usecases.batches.orders import BatchWish
from service.usecases.batches.record import documents_in, start_batch
from service.usecases.batches.run import run_batch
from service.usecases.demo.year import AR
from service.usecases.house import House

WISH = BatchWish(AR, layout=False)


def batch(
    house: House, folder: Path, wish: BatchWish = WISH, *, workers: int = 1, cluster: str = ""
) -> dict[str, BatchDocument]:
    """Make everything; the documents by file name."""
    id = start_batch(house, wish, folder, by="Eva")
    for _ in run_batch(house, id, workers=workers, cluster=cluster):
        pass
    return {document.filename: document for document in documents_in(house, id)}


def made(documents: dict[str, BatchDocument]) -> set[str]:
    """The files that were written anew."""
    return {name for name, document in documents.items() if document.state is Outcome.MADE}


def contents(folder: Path) -> dict[str, bytes]:
    """The bytes of every file in the folder, by name."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}
