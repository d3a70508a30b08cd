"""The whole way through the generic webhook, from the first greeting to the matrix, signed by others' libraries."""

import csv
import io
import json

import pytest
import svix.webhooks

import read_workbook
from conversation import DESIRED, EVERYTHING, INDICATOR, LOBBY, OUTCOMES, ROW
from raiz_client import Webhook

UNKNOWN = [heading for heading, cell in ROW.items() if cell is None]


@pytest.fixture(scope="module")
def finished(shared_server):
    Webhook(shared_server).converse(EVERYTHING)
    return shared_server


def test_outcomes(finished):
    assert finished.outcomes() == OUTCOMES
    assert finished.sql("SELECT status FROM dialogue") == [("finished",)]
    assert sum(direction == "in" for direction, _ in finished.transcript("ana-1")) == len(EVERYTHING)


def test_workbook(finished, tmp_path):
    file = tmp_path / "matriz.xlsx"
    file.write_bytes(finished.export("xlsx"))
    found = read_workbook.main(file)
    (row,) = (dict(zip(found["headings"], cells)) for cells in found["rows"])
    assert row.pop("Origen").startswith("Los 5 porqués, ")
    assert row == ROW
    assert found["formulas"] == 0


def test_csv(finished):
    data = finished.export("csv")
    assert data.startswith(b"\xef\xbb\xbf"), "Excel needs the mark to see UTF-8"
    (row,) = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";", strict=True)
    assert row.pop("Origen").startswith("Los 5 porqués, ")
    assert row["Indicador"] == "'" + INDICATOR, "the apostrophe makes it text"
    assert [heading for heading, cell in row.items() if cell == ""] == UNKNOWN
    texts = {"Indicador": "'" + INDICATOR, "Inicio": "15-03-2027"}
    assert row == {heading: texts.get(heading, cell or "") for heading, cell in ROW.items()}


def test_json(finished):
    document = json.loads(finished.export("json"))
    headings = {column["id"]: column["heading"] for column in document["columns"]}
    (row,) = ({headings[id]: cell for id, cell in row.items()} for row in document["rows"])
    assert row.pop("Origen").startswith("Los 5 porqués, ")
    assert row == {heading: cell for heading, cell in ROW.items() if cell is not None}


def test_signed_by_svix(server, tmp_path):
    """A shorter way: straight to the planning row, with line breaks in an answer."""
    action = "Reservar el bloque:\n– lunes 👩🏽‍🏫\n– miércoles, «sin falta»"
    team = Webhook(server, library=svix.webhooks)
    team.converse(LOBBY[:3])
    team.converse(["una acción para la matriz", DESIRED, "saltar", action] + ["saltar"] * 5)
    assert server.outcomes() == [("desired-state", DESIRED, {}), ("action", action, {})]
    (row,) = json.loads(server.export("json"))["rows"]
    assert set(row) == {"establishment", "desiredState", "action", "origin"}
    assert row["action"] == action
    file = tmp_path / "matriz.xlsx"
    file.write_bytes(server.export("xlsx"))
    assert action in read_workbook.main(file)["rows"][0]
