"""`python -m service.cli` is `malkedjan`."""

from . import main

main()
