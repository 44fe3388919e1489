"""The process that opens what came from outside: bounded in memory and time, so that a bomb hurts nobody else.

It is called with the file, the kind, the most pages, and the file to write; what there is to tell goes to its output.
"""

import json
import sys
from pathlib import Path

from .cleaning import Refused, clean
from .images import ImageFault, image_to_pdf
from .sniffing import Kind

MEMORY, SECONDS = 2_000_000_000, 120


def main() -> None:
    """Read the file, write the PDF, and print pages and remarks, or the refusal, as JSON."""
    source, kind, most_pages, to = sys.argv[1:]
    _bound()
    try:
        data = Path(source).read_bytes()
        cleaned = clean(image_to_pdf(data, int(most_pages)) if kind == Kind.IMAGE.name else data, int(most_pages))
    except (Refused, ImageFault) as refused:
        print(json.dumps({"refusal": str(refused)}))
        return
    Path(to).write_bytes(cleaned.pdf)
    print(json.dumps({"pages": cleaned.pages, "remarks": cleaned.remarks}))


def _bound() -> None:
    """Let the system end this process when it takes too much; where it cannot, the caller's time limit remains."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
