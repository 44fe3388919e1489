"""`python -m templates.build`: writes every official template afresh, over what may have been changed in it."""

from pathlib import Path

from . import (
    anslag,
    anvisningar,
    arsberattelse,
    arsredovisning,
    delarsrapport,
    delarsrapport_kommunen,
    detaljbudget,
    enhetsutdrag,
    foredragningslista,
    kallelse,
    malkedja,
    mrp,
    protokoll,
    protokollsutdrag,
    styrdokument,
    tjansteskrivelse,
    uppdragsdialog,
    verksamhetsplan,
)

ROOT = Path(__file__).parents[1]


def main(root: Path = ROOT) -> None:
    """Write the templates, by default where the service looks for them."""
    for folder in ("word", "excel"):
        (root / folder).mkdir(parents=True, exist_ok=True)
    papers = (
        mrp, verksamhetsplan, enhetsutdrag, anvisningar, uppdragsdialog, styrdokument, delarsrapport, arsberattelse,
        delarsrapport_kommunen, arsredovisning, malkedja, kallelse, foredragningslista,
        tjansteskrivelse, protokoll, protokollsutdrag, anslag,
    )  # fmt: skip
    for paper in papers:
        name = paper.__name__.rpartition(".")[2].replace("_", "-")
        paper.write().save(root / "word" / f"{name}.docx")
    detaljbudget.save(root / "excel" / "detaljbudget.xlsx")


if __name__ == "__main__":
    main()
