"""The JSON Schemas that editors use accept every shipped flow and prompts file, and refuse what is no flow.

A second reading of the same files, by another YAML parser and another validator than the product's own.
"""

import json
import re
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

ROOT = Path(__file__).resolve().parents[2]
FLOWS = sorted(ROOT.glob("Flows/*.yaml"))
PROMPTS = sorted(ROOT.glob("Prompts/*/*.yaml"))


class Core(yaml.SafeLoader):
    """YAML as editors read it (1.2): numbers, true and false have a type; yes, no and all else are text."""

    yaml_implicit_resolvers = {}


Core.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"[-+]?[0-9]+$"), list("-+0123456789"))
Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"(?:true|false)$"), list("tf"))


def read(text):
    return yaml.load(text, Loader=Core)


def validator(folder):
    schema = json.loads((ROOT / folder / "schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def mistakes(folder, text):
    return [error.json_path + ": " + error.message for error in validator(folder).iter_errors(read(text))]


def test_there_are_files():
    assert len(FLOWS) >= 3
    assert len(PROMPTS) >= 2 * len(FLOWS)


@pytest.mark.parametrize("path", FLOWS, ids=lambda path: path.name)
def test_flow(path):
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=schema.json\n")
    assert mistakes("Flows", text) == []


@pytest.mark.parametrize("path", PROMPTS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_prompts(path):
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../schema.json\n")
    assert mistakes("Prompts", text) == []


@pytest.mark.parametrize(
    "step",
    [
        "{ask: a, answer: {one-of: [a, b]}, optional: yes, who: lead}",
        "{ask: a, answer: {number: [1, 5]}, when: x > 1}",
        "{ask: a, record: problem}",
        "{repeat: r, at-most: 3, steps: [{ask: a, answer: yes-no, stop-repeat-if: 'no'}]}",
        "{gather: g, per-person: 2, visibility: role, minutes: 5}",
        "{rate: r, items: [a, b], scale: [1, 4]}",
        "{form: f, steps: [{ask: a}]}",
    ],
)
def test_accepts(step):
    assert mistakes("Flows", f"flow: f\nsteps:\n  - {step}\n") == []


@pytest.mark.parametrize(
    "step",
    [
        "{tell: a}",
        "{say: a, ask: b}",
        "{ask: a, prompts: b}",
        "{ask: a, answer: {one-of: [a]}}",
        "{ask: a, answer: words}",
        "{ask: a, checks: [blames]}",
        "{repeat: r, steps: [{ask: a}]}",
        "{repeat: r, at-most: 99, steps: [{ask: a}]}",
        "{choose: c}",
        "{gather: g, per-person: many}",
        "{wait: w, minutes: 0}",
    ],
)
def test_refuses(step):
    assert mistakes("Flows", f"flow: f\nsteps:\n  - {step}\n") != []


@pytest.mark.parametrize("prompt", ["{texts: a}", "{help: a}", "[]", "{text: a, options: {}}"])
def test_refuses_prompts(prompt):
    assert mistakes("Prompts", f"prompts:\n  p: {prompt}\n") != []
