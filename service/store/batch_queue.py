"""The batches that the service is to see through, one after another."""

from .database import Store


def enqueue_batch(store: Store, id: str) -> None:
    """Put a batch last in the queue; one that stands in it keeps its place."""
    with store.transaction():
        store.db.execute("insert or ignore into batch_queue (batch) values (?)", [id])


def dequeue_batch(store: Store, id: str) -> None:
    """Take a batch out of the queue; nothing where it is not in it."""
    with store.transaction():
        store.db.execute("delete from batch_queue where batch = ?", [id])


def queued_batches(store: Store) -> tuple[str, ...]:
    """The ids of the batches in the queue, the first first."""
    return tuple(row["batch"] for row in store.rows("select batch from batch_queue order by place"))


def count_try(store: Store, id: str) -> int:
    """Note that a batch is begun with; gives how often that has been done since it was put in the queue."""
    with store.transaction():
        store.db.execute("update batch_queue set tries = tries + 1 where batch = ?", [id])
        found = store.rows("select tries from batch_queue where batch = ?", id)
    return found[0]["tries"] if found else 0
