"""From checked records to follow-ups: amounts in tkr. Numbers are those of the plan that is followed up."""

from schemas.workbooks import Kind

from . import records as r
from .followups import Bokslut, Uppfoljning
from .rowtables import Records, RowTable
from .units import unit_of
from .values import Head, Layout


def assemble_uppfoljning(head: Head, records: Records, layout: Layout) -> Uppfoljning:
    """A nämnd's follow-up as a value."""
    table = RowTable(Kind.UPPFOLJNING, records, unit_of(Kind.UPPFOLJNING, records))
    return Uppfoljning(
        head=head, layout=layout,
        uppgifter=table.form(r.UfUppgifter),
        texter=table.form(r.UfText),
        resultat=table.rows(r.UfResultat),
        matt=table.rows(r.UfMatt),
        aktiviteter=table.rows(r.UfAktivitet),
        uppdrag=table.rows(r.UfUppdrag),
        ekonomi=table.rows(r.UfEkonomi),
        investeringar=table.rows(r.UfInvestering),
        personal=table.rows(r.UfPersonal),
        bilagor=table.rows(r.UfBilaga),
    )  # fmt: skip


def assemble_bokslut(head: Head, records: Records, layout: Layout) -> Bokslut:
    """The municipality's own figures as a value."""
    table = RowTable(Kind.BOKSLUT, records, unit_of(Kind.BOKSLUT, records))
    return Bokslut(
        head=head, layout=layout,
        uppgifter=table.form(r.BsUppgifter),
        texter=table.form(r.BsText),
        inriktningsmal=table.rows(r.BsInriktningsmal),
        matt=table.rows(r.BsMatt),
        finansmal=table.rows(r.BsFinansmal),
        resultatrakning=table.rows(r.BsResultat),
        kassaflode=table.rows(r.BsKassaflode),
        balans=table.rows(r.BsBalans),
        drift=table.rows(r.BsDrift),
        investeringar=table.rows(r.BsInvestering),
        balanskrav=table.rows(r.BsBalanskrav),
        personal=table.rows(r.BsPersonal),
        bilagor=table.rows(r.BsBilaga),
    )  # fmt: skip
