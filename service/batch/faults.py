"""What ends a whole batch, or one document of it."""


class ClusterFault(Exception):
    """The cluster cannot be reached, or answers no more."""


class StrayWorker(Exception):
    """A worker of another version than the caller would write something else."""
