"""What is installed elsewhere holds all that the checkout does: official templates, sample municipality, pages."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SHIPPED = ("service", "schemas", "templates", "samples")


def test_a_wheel_holds_every_file_of_the_house_and_runs_from_anywhere(tmp_path: Path) -> None:
    source = tmp_path / "source"
    for name in SHIPPED:
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__", ".~lock*"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    expected = {path.relative_to(source).as_posix() for name in SHIPPED for path in (source / name).rglob("[!.]*.*")}
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run([*pip, "-w", tmp_path, source], check=True, capture_output=True)

    installed = tmp_path / "installed"
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        wheel.extractall(installed)
    assert {path.relative_to(installed).as_posix() for path in installed.rglob("*.*")} >= expected
    asked = "from service.usecases import house; from service.usecases.demo import year"
    done = subprocess.run(
        [sys.executable, "-c", f"{asked}; print(house.OFFICIAL_TEMPLATES, year.SAMPLES)"],
        env={"PYTHONPATH": str(installed)},
        cwd=tmp_path, check=True, capture_output=True, text=True,
    )  # fmt: skip
    assert done.stdout.split() == [str(installed / "templates"), str(installed / "samples")]
