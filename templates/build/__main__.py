"""`python -m templates.build`: writes every official template afresh, over what may have been changed in it."""

from pathlib import Path

from . import arsberattelse, delarsrapport, detaljbudget, enhetsutdrag, mrp, verksamhetsplan

ROOT = Path(__file__).parents[1]


def main(root: Path = ROOT) -> None:
    """Write the templates, by default where the service looks for them."""
    for folder in ("word", "excel"):
        (root / folder).mkdir(parents=True, exist_ok=True)
    mrp.write().save(root / "word" / "mrp.docx")
    verksamhetsplan.write().save(root / "word" / "verksamhetsplan.docx")
    enhetsutdrag.write().save(root / "word" / "enhetsutdrag.docx")
    delarsrapport.write().save(root / "word" / "delarsrapport.docx")
    arsberattelse.write().save(root / "word" / "arsberattelse.docx")
    detaljbudget.save(root / "excel" / "detaljbudget.xlsx")


if __name__ == "__main__":
    main()
