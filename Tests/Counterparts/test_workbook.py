"""LibreOffice opens the exported workbook, which openpyxl alone would not prove."""

import csv
import subprocess

import pytest

from conversation import EVERYTHING, ROW
from raiz_client import Webhook

# Separator, quote, UTF-8, from the first line, no column formats, a language, and cells as they are shown.
CSV = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true"


@pytest.mark.heavy
def test_libreoffice_reads_every_word(server, tmp_path):
    Webhook(server).converse(EVERYTHING)
    (tmp_path / "matriz.xlsx").write_bytes(server.export("xlsx"))
    subprocess.run(
        ["soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{tmp_path}/profile",
         "--convert-to", CSV, "--outdir", tmp_path, tmp_path / "matriz.xlsx"],
        env={"PATH": "/usr/bin:/bin", "HOME": str(tmp_path)}, check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    with (tmp_path / "matriz.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file, delimiter=";", strict=True)
    assert row.pop("Origen").startswith("Los 5 porqués, ")
    assert row == {heading: cell or "" for heading, cell in (ROW | {"Inicio": "15-03-2027"}).items()}
