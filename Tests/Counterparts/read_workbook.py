"""Reads a workbook with openpyxl, which shares no code with what wrote it, and prints what it found as JSON.

Usage: read_workbook.py FILE
A text cell is a string, a date {"day": "2026-03-15"}, an empty cell null, and a formula {"formula": "=…"}.
Status 1 and a sentence on stderr if the file cannot be read.
"""

import datetime
import json
import sys

import openpyxl


def value(cell):
    if cell.data_type == "f":
        return {"formula": str(cell.value)}
    if isinstance(cell.value, datetime.datetime) and cell.value.time() == datetime.time():
        return {"day": cell.value.date().isoformat()}
    if cell.value is None or isinstance(cell.value, (str, int, float, bool)):
        return cell.value
    return {cell.data_type: str(cell.value)}


def main(path):
    workbook = openpyxl.load_workbook(path)
    sheet = workbook.active
    cells = list(sheet.iter_rows())
    rows = [[value(cell) for cell in row] for row in cells]
    return {
        "sheet": sheet.title,
        "sheets": len(workbook.sheetnames),
        "freeze": sheet.freeze_panes,
        "autofilter": sheet.auto_filter.ref,
        "headings": rows[0] if rows else [],
        "rows": rows[1:],
        "formulas": sum(cell.data_type == "f" for row in cells for cell in row),
        "merged": [str(area) for area in sheet.merged_cells.ranges],
        "formats": sorted({cell.number_format for row in cells for cell in row}),
        "landscape": sheet.page_setup.orientation == "landscape",
        "title": workbook.properties.title,
        "author": workbook.properties.creator,
    }


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    try:
        found = main(sys.argv[1])
    except Exception as error:
        sys.exit(f"{sys.argv[1]}: {error}")
    json.dump(found, sys.stdout, ensure_ascii=False, indent=2)
    print()
