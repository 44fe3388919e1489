"""A drawing as PNG, for programs that want pixels.

resvg draws it: it ships as a wheel for every system, needs no library of the system's (cairosvg wants cairo), and with
a font of its own gives the same pixels on every machine.
"""

import font_lato
import resvg_py

_FACES = ("Lato", "LatoBold")


def png(svg: str, width: int) -> bytes:
    """The drawing's pixels, so many across. Raises `ValueError` for what is no SVG."""
    faces = [font_lato.font_files[name] for name in _FACES]
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg, width=width, skip_system_fonts=True, font_files=faces, font_family="Lato",
            sans_serif_family="Lato", background="#ffffff",
        )
    )  # fmt: skip
