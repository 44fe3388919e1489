"""The commands of a meeting, from agenda to extract."""

import getpass
import signal
import sys
from datetime import datetime
from pathlib import Path
from types import FrameType

import click

from service.store import PackageState
from service.usecases.files import write_whole
from service.usecases.house import House
from service.usecases.meetings.after import after_lacks
from service.usecases.meetings.files import add_file
from service.usecases.meetings.held import hold
from service.usecases.meetings.minutes import write_extracts, write_minutes
from service.usecases.meetings.new import meeting_name, new_meeting
from service.usecases.meetings.package import package
from service.usecases.meetings.package_keeping import folder_of
from service.usecases.meetings.package_line import make_package, send_package

from .endings import NO
from .house import in_house
from .printing import print_findings

FOLDER = click.option("-o", "--output", "folder", type=click.Path(file_okay=False, path_type=Path), required=True,
                      help="Mappen som filerna skrivs i.")  # fmt: skip
BY = click.option("--by", default=getpass.getuser, help="Vem som gör det (annars användarnamnet).")
PDF = click.option("--pdf", is_flag=True, help="Också som PDF, om LibreOffice finns.")


@click.group("meeting")
def meeting_group() -> None:
    """Nämndens sammanträde: kallelse och handlingar, paragrafer, protokoll, utdrag och anslag.

    MEETING är sammanträdets namn, till exempel "SN 2026-12-10".
    """


@meeting_group.command("new")
@click.argument("namnd")
@click.argument("day", type=click.DateTime(formats=["%Y-%m-%d"]), metavar="DAG")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), required=True, help="Arbetsboken.")
@in_house
def new_command(house: House, namnd: str, day: datetime, output: Path) -> None:
    """Ta fram arbetsboken till nämndens sammanträde en dag; lämna in den med malkedjan submit."""
    write_whole(output, new_meeting(house, namnd, day.date()))
    click.echo(f"Skrev {output} till sammanträdet {meeting_name(namnd.upper(), day.date())}")


@meeting_group.command("add")
@click.argument("names", nargs=-1, required=True, metavar="MEETING FILE")
@click.option("--meeting", default="", help="Sammanträdets namn, om det inte står före filen.")
@click.option("--arende", default="", help="Ärendets beteckning eller nummer, om arbetsboken inte nämner filen.")
@click.option("--titel", default="", help="Handlingens titel (annars filens namn).")
@click.option("--sekretess", is_flag=True, help="Handlingen läggs i ett eget paket.")
@BY
@in_house
def add_command(
    house: House, names: tuple[str, ...], meeting: str, arende: str, titel: str, sekretess: bool, by: str
) -> None:
    """Lägg in en fil till sammanträdet: PDF, Word, Excel, bild. Vad den blir i paketet sägs direkt."""
    meeting, file = _meeting_and_file([meeting, *names] if meeting else [*names])
    added = add_file(house, meeting, file.name, file.read_bytes(), by=by, arende=arende, title=titel, secret=sekretess)
    click.echo(added.told)
    if added.arende:
        click.echo(f"Den hör till ärendet {added.arende}.")


@meeting_group.command("package")
@click.argument("meeting")
@FOLDER
@click.option("--mb", type=click.FloatRange(min=0.1), default=None, help="Dela paketet i delar om högst så många MB.")
@click.option("--skickat", is_flag=True, help="Anteckna paketet som utskickat, och spara det i tjänsten.")
@BY
@in_house
def package_command(house: House, meeting: str, folder: Path, mb: float | None, skickat: bool, by: str) -> None:
    """Skriv kallelsen och alla handlingar: en PDF, en zip; sekretess för sig; tillägg efter ett utskick."""
    write = send_package if skickat else package
    done = write(house, meeting, folder, by=by, megabytes=mb or 0)
    print_findings(done.findings)
    if done.changes:
        click.echo("Ändrat sedan förra utskicket:")
        for change in done.changes:
            click.echo(f"  {change.line}")
    _tell(done.files)
    if done.number:
        click.echo(f"Antecknat som utskick {done.number} och sparat: den som läser hämtar det på mötets sida.")


@meeting_group.command("make")
@click.argument("id")
@in_house
def make_command(house: House, id: str) -> None:
    """Gör ett paket som har beställts på webben (ID står i dess adress); tjänsten gör det av sig själv."""
    signal.signal(signal.SIGTERM, _interrupted)
    made = make_package(house, id)
    if made is None:
        raise click.ClickException("Det finns inget sådant paket att göra.")
    print_findings(made.findings)
    for file in made.files:
        click.echo(f"Skrev {folder_of(house, id) / file.name}")
    if made.state is not PackageState.DONE:
        sys.exit(NO)


@meeting_group.command("held")
@click.argument("meeting")
@click.option("--paragraf", type=click.IntRange(1, 9999), default=None, help="Första §, när numren inte löper på.")
@BY
@in_house
def held_command(house: House, meeting: str, paragraf: int | None, by: str) -> None:
    """Sammanträdet är hållet: ge ärendena deras §§ och anta planerna som beslutades."""
    done = hold(house, meeting, by=by, first=paragraf or 0)
    for punkt in done.meeting.mote.punkter:
        number = f"§ {punkt.paragraf}" if punkt.paragraf else "utgår"
        click.echo(f"{number}\t{punkt.rad.rubrik}")
    for version in done.adopted:
        decision = version.decision
        click.echo(f"Antagen: {version.key.kind.value} {version.key.ar} {version.key.namnd}"
                   + (f", § {decision.paragraf}" if decision else ""))  # fmt: skip
    print_findings(done.findings)


@meeting_group.command("minutes")
@click.argument("meeting")
@FOLDER
@PDF
@in_house
def minutes_command(house: House, meeting: str, folder: Path, pdf: bool) -> None:
    """Skriv protokollet som Word-utkast, och anslaget."""
    _tell(write_minutes(house, meeting, folder, pdf=pdf))
    print_findings(after_lacks(house, meeting))


@meeting_group.command("extract")
@click.argument("meeting")
@FOLDER
@click.option("--paragraf", type=click.IntRange(1, 9999), default=None, help="Bara den paragrafen.")
@PDF
@in_house
def extract_command(house: House, meeting: str, folder: Path, paragraf: int | None, pdf: bool) -> None:
    """Skriv protokollsutdrag, ett för varje paragraf och mottagare."""
    files = write_extracts(house, meeting, folder, paragraf=paragraf or 0, pdf=pdf)
    _tell(files)
    if not files:
        click.echo("Inget beslut har någon mottagare.")


def _meeting_and_file(names: list[str]) -> tuple[str, Path]:
    """The meeting and the file, in whichever order they were written."""
    if len(names) != 2:
        raise click.UsageError('Skriv sammanträdets namn och filen, till exempel: "SN 2026-12-10" yttrande.pdf')
    meeting, file = names if Path(names[1]).is_file() or not Path(names[0]).is_file() else reversed(names)
    if not Path(file).is_file():
        raise click.UsageError(f"Filen {file} finns inte.")
    return meeting, Path(file)


def _interrupted(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _tell(files: "list[Path] | tuple[Path, ...]") -> None:
    for path in files:
        click.echo(f"Skrev {path}")
