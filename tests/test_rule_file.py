"""TOML rule files: what they hold, and the line that says what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from thaigov_extract import Extractor, default_rules
from thaigov_extract.authoring.check import check
from thaigov_extract.authoring.rule_file import (
    RuleFileError,
    RulePack,
    installed_packs,
    load,
    parse_rules,
    rule_set,
)
from thaigov_extract.rule import RuleError

AGENCY = """
[[agency]]
name = "หอพยากรณ์อากาศ แห่งชาติ"
abbreviations = ["หพช."]
aliases = ["หอฟ้าหลวง"]
english = "National Weather Tower"
examples = [{ text = "หอพยากรณ์อากาศ แห่งชาติ แถลง", objects = [{ text = "หอพยากรณ์อากาศ แห่งชาติ", english = "National Weather Tower" }] }]
counterexamples = ["หอพยากรณ์ แถลง"]
"""


def pack_of(text: str) -> RulePack:
    return parse_rules(text, "my.rules.toml")


def test_an_agency_with_its_short_form_alias_and_english_name() -> None:
    pack = pack_of(AGENCY)
    (agency,) = (
        Extractor(pack.added_to(default_rules()))
        .extract("หอพยากรณ์อากาศแห่งชาติ แถลง หอฟ้าหลวง โดย หพช. ชี้แจง")
        .agencies
    )
    assert agency.name == "หอพยากรณ์อากาศแห่งชาติ"
    assert set(agency.abbreviations) == {"หอฟ้าหลวง", "หพช."}
    assert agency.english == "National Weather Tower"
    assert {mention.rule for mention in agency.mentions} == {"my.หอพยากรณ์อากาศ แห่งชาติ"}


def test_the_pack_knows_its_name_and_lines() -> None:
    pack = pack_of(AGENCY)
    assert pack.name == "my"
    assert pack.lines == {"my.หอพยากรณ์อากาศ แห่งชาติ": 2}
    assert pack_of('pack = "met"\n' + AGENCY).rules[0].id == "met.หอพยากรณ์อากาศ แห่งชาติ"


def test_titles_words_and_values() -> None:
    pack = pack_of(
        """
[[title]]
name = "ช่างภาพหลวง"
[[rule]]
id = "my.old"
kind = "title"
words = ["อดีตช่างภาพหลวง"]
values = { status = "former" }
priority = 11
"""
    )
    found = Extractor(pack.added_to(default_rules())).extract("นายสมชาย ใจดี อดีตช่างภาพหลวง")
    (position,) = found.officials[0].positions
    assert (position.title.text, position.status) == ("อดีตช่างภาพหลวง", "former")


def test_a_pack_takes_out_and_replaces_shipped_rules() -> None:
    rules = pack_of('without = ["agency.latin-list"]').added_to(default_rules())
    assert "agency.latin-list" not in rules
    pack = pack_of('[[rule]]\nid = "date.year"\nkind = "date"\npattern = "ปี {year}"')
    rules = pack.added_to(default_rules())
    assert len(rules) == len(default_rules())
    assert rules["date.year"] == pack.rules[0]
    with pytest.raises(RuleError, match=r"did you mean 'agency.latin-list'"):
        pack_of('without = ["agency.latinlist"]').added_to(default_rules())


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[[rule]", "is no TOML"),
        ("", "holds no rule"),
        ("[agency]\nname = 'ก'", r"in double brackets"),
        ("[[agency]]\nnmae = 'ก'", r"my.rules.toml:1: there is no key 'nmae'; did you mean 'name'"),
        ("\n\n[[agency]]\nabbreviations = ['ก.']", r"my.rules.toml:3: the agency has no name"),
        ("[[agency]]\nname = 'กข'\naliases = 'ก'", r'aliases must be a list'),
        ("[[rule]]\nkind = 'x'", r"the rule has no id"),
        ("[[rule]]\nid = 'a'\nkind = 'x'", r"one of pattern, words and tokens"),
        ("[[rule]]\nid = 'a'\nkind = 'x'\npattern = '{nope}'", r"my.rules.toml:1: a: there is no fragment"),
        ("[[rule]]\nid = 'a'\nkind = 'x'\npattern = '{thai}'", r"no trigger"),
        ("[[rule]]\nid = 'a'\nkind = 'x'\npattern = 'กข'\n[[rule]]\nid = 'a'\nkind = 'x'\npattern = 'กข'", r":5: the id 'a' is that of line 1"),
        ("[[agency]]\nname = 'กข'\nexamples = ['กข']", r"an example is \{ text"),
        ("[[agency]]\nname = 'กข'\nexamples = [{ text = 'กข' }]", r"proves nothing"),
        ("[[agency]]\nname = 'กข'\nexamples = [{ text = 'กข', objects = [{ name = 'ก' }] }]", r"states its text"),
        ("[fragments]\nx = 3\n[[agency]]\nname = 'กข'", r"the fragment 'x' is neither"),
    ],
)  # fmt: skip
def test_a_wrong_file_says_where_and_how_to_mend_it(text: str, problem: str) -> None:
    with pytest.raises(RuleFileError, match=problem) as raised:
        pack_of(text)
    assert "\n" not in str(raised.value)
    assert str(raised.value).startswith("my.rules.toml")


def test_sources_of_rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "my.rules.toml"
    file.write_text(AGENCY, encoding="utf-8")
    assert len(rule_set([str(file)])) == len(default_rules()) + 1
    (tmp_path / "my_rules_module.py").write_text(
        "from thaigov_extract import Rule, default_rules\n"
        "one = Rule('m.one', 'thing', pattern='กขค')\n"
        "def several():\n    return [one]\n"
        "whole = default_rules().without('date.year') + [one]\n"
        f"path = {str(file)!r}\n"
        "number = 3\n",
        encoding="utf-8",
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    count = len(default_rules())
    assert len(rule_set(["my_rules_module:one"])) == count + 1
    assert len(rule_set(["my_rules_module:several", str(file)])) == count + 2
    assert len(rule_set(["my_rules_module:whole"])) == count
    assert isinstance(load("my_rules_module:path"), RulePack)
    assert len(rule_set(["shipped"])) == count
    for spec, problem in (
        ("my_rules_module:none", "has no 'none'"),
        ("my_rules_module:number", "is no rule"),
        ("no_such_module:x", "put the folder of the module into PYTHONPATH"),
        ("no-such-pack", "no installed pack"),
        ("missing.toml", "does not exist"),
    ):
        with pytest.raises(RuleError, match=problem):
            load(spec)


def test_installed_packs_are_known_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A distribution on the path with the entry point, as pip would have left it."""
    info = tmp_path / "weather_rules-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: weather-rules\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(
        "[thaigov_extract.rules]\nweather = weather_rules:rules\n"
    )
    (tmp_path / "weather.rules.toml").write_text(AGENCY, encoding="utf-8")
    (tmp_path / "weather_rules.py").write_text(
        "from pathlib import Path\n"
        "def rules():\n    return Path(__file__).with_name('weather.rules.toml')\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    assert "weather" in installed_packs()
    assert "weather.หอพยากรณ์อากาศ แห่งชาติ" in rule_set(["weather"])


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ('priority = "high"', "priority must be a whole number"),
        ("values = 5", "values must be a table"),
        ("id = 5", "id must be a string"),
        ("examples = [{ text = 'ก', objects = [5] }]", "an object of an example is a string"),
    ],
)
def test_a_value_of_the_wrong_form_says_how_to_write_it(
    tmp_path: Path, lines: str, says: str
) -> None:
    file = tmp_path / "w.rules.toml"
    head = "[[rule]]\n" + ("" if lines.startswith("id") else 'id = "w.x"\n')
    file.write_text(f'{head}kind = "sum"\npattern = "วงเงิน{{number}}"\n{lines}\n', "utf-8")
    with pytest.raises(RuleError, match=says):
        load(str(file))


def test_a_module_that_fails_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "rules_that_fail.py").write_text("def mine(text):\n    return 1 / 0\n", "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(RuleError, match=r"fails: TypeError"):
        load("rules_that_fail:mine")
    with pytest.raises(RuleError, match="names no module"):
        load(":")


def test_a_short_form_for_a_known_body_takes_nothing_from_others(tmp_path: Path) -> None:
    file = tmp_path / "short.rules.toml"
    file.write_text(
        '[[agency]]\nname = "กรมปศุสัตว์"\nabbreviations = ["กปสน."]\n'
        'examples = [{ text = "กปสน. แถลง", objects = [{ text = "กปสน.", name = "กรมปศุสัตว์" }] }]\n'
        'counterexamples = ["กรม แถลง"]\n',
        "utf-8",
    )
    pack = load(str(file))
    assert isinstance(pack, RulePack)
    (report,) = check(pack.rules)
    assert [finding.message for finding in report.problems] == []


def test_the_name_of_an_entry_is_the_name_where_the_text_has_it() -> None:
    pack = parse_rules(AGENCY, "weather.rules.toml")
    extractor = Extractor(pack.added_to(default_rules()))
    (agency,) = extractor.extract("หอฟ้าหลวง แถลงว่า หอพยากรณ์อากาศ แห่งชาติ เปิดแล้ว").agencies
    assert (agency.name, agency.abbreviations) == ("หอพยากรณ์อากาศ แห่งชาติ", ("หอฟ้าหลวง",))
