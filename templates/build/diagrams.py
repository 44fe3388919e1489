"""Charts of a template: each under its caption, beside the table or text that has the same figures."""

from .paper import Paper


def diagram(paper: Paper, title: str, field: str, note: str = "", *, size: str = "") -> None:
    """A chart where there is one. `size` is what `storlek` takes; without it the engine's own is used."""
    with paper.when(field):
        paper.add("caption", f"Diagram: {title}")
        style = "Uppgift" if note else "Normal"  # kept with its note
        paper.add(style, f"{{{{ {field} | storlek({size}) }}}}" if size else f"{{{{ {field} }}}}")
        if note:
            paper.add("Tabellnot", note)


def measure_diagrams(paper: Paper, loop: str, owner: str) -> None:
    """Small charts of the mått that have one, two beside each other."""
    drawn = f"{loop}|selectattr('diagram')|list"
    small = '{{ m.diagram | storlek("8,2 cm", "5,2 cm") | med_rubrik }}'
    with paper.when(drawn):
        paper.add("caption", f"Diagram: Mått på {owner}, utfall och mål")
        paper.add("Normal", f"{{% for m in {drawn} %}}{small}{{% endfor %}}")
