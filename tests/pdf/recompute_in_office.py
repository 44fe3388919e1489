"""Run by the Python that has `uno`: opens files in a LibreOffice that listens, and recomputes all there is in them.

Arguments: the pipe's name, then the files; beside each are written its text before and after.
"""

import os
import sys
import time
from pathlib import Path
from typing import Any

import uno  # type: ignore[import-not-found]
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]
from com.sun.star.connection import NoConnectException  # type: ignore[import-not-found]


def desktop(pipe: str) -> Any:
    """The desktop of the LibreOffice that listens on the pipe, once it has started."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(600):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except NoConnectException:
            time.sleep(0.2)
    raise SystemExit("LibreOffice svarar inte")


def save_text(document: Any, target: Path) -> None:
    """The document's text, in UTF-8."""
    how = (
        PropertyValue(Name="FilterName", Value="Text (encoded)"),
        PropertyValue(Name="FilterOptions", Value="UTF8,LF"),
    )
    document.storeToURL(target.as_uri(), how)


def recompute(office: Any, path: Path) -> None:
    """Its text, then every field and index anew, then its text again."""
    document = office.loadComponentFromURL(path.as_uri(), "_blank", 0, (PropertyValue(Name="Hidden", Value=True),))
    save_text(document, path.with_suffix(".before.txt"))
    document.getTextFields().refresh()
    indexes = document.getDocumentIndexes()
    for number in range(indexes.getCount()):
        indexes.getByIndex(number).update()
    document.getTextFields().refresh()
    save_text(document, path.with_suffix(".after.txt"))
    document.close(True)


if __name__ == "__main__":
    listening = desktop(sys.argv[1])
    for name in sys.argv[2:]:
        recompute(listening, Path(name))
    os._exit(0)  # the bridge to LibreOffice may fall over when Python takes itself down
