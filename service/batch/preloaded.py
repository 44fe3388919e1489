"""What the process loads from which workers are begun. Only there: it leaves all that is loaded out of clearing up."""

import gc

from . import making as making

# Shared with the workers as it lies (a collection would touch, and so copy, it), and not taken apart at the end.
gc.freeze()
