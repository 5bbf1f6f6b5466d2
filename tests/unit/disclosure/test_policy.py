"""policy.yaml: the rules that apply to a period, and what a policy cannot say."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.registers.editing import Edit, removed, ruled, unruled
from support.registers.empty import CHARTER
from support.registers.invented import POLICY, write_register
from support.scales import FIVE, TEN

from generator.disclosure.policy import Policy, PublicationRules, Repository, read_policy
from generator.findings.findings import Finding
from generator.scale import Scale


def _findings(data: Path, edit: Edit) -> list[Finding]:
    edit(data)
    policy, findings = read_policy(data)
    assert policy is None
    return findings


def _policy(data: Path) -> Policy:
    policy, findings = read_policy(data)
    assert findings == []
    assert policy is not None
    return policy


@pytest.fixture(name="rules", scope="module")
def _rules(tmp_path_factory: pytest.TempPathFactory) -> PublicationRules:
    return _policy(write_register(tmp_path_factory.mktemp("policy"))).versions[0]


def test_a_policy_is_read_as_it_is_written(register_folder: Path) -> None:
    policy = _policy(register_folder)
    assert policy.repository is Repository.PUBLIC
    first = policy.versions[0]
    assert first.applies_from == date(2015, 1, 1)
    assert first.reply_window.days == 21
    assert first.minimum_respondents.completed == 2
    assert first.norm
    assert (first.norm.total, first.norm.service, first.norm.insufficient) == (Decimal("6.5"), Decimal("5.5"), 5)
    assert first.norm.source == "Verzonnen handboek"


@pytest.mark.parametrize(
    ("period_end", "version"),
    [(date(2015, 1, 1), 0), (date(2020, 12, 31), 0), (date(2021, 1, 1), 1), (date(2099, 1, 1), 1)],
)
def test_a_version_applies_from_its_first_day_until_the_next(
    period_end: date,
    version: int,
    register_folder: Path,
) -> None:
    policy = _policy(register_folder)
    assert policy.rules_for(period_end) is policy.versions[version]


def test_before_the_first_version_there_are_no_rules(register_folder: Path) -> None:
    assert _policy(register_folder).rules_for(date(2014, 12, 31)) is None


@pytest.mark.parametrize(("net_sample", "required"), [(0, 50), (19, 50), (20, 30), (10_000, 30)])
def test_a_step_ends_just_before_its_limit(net_sample: int, required: int, rules: PublicationRules) -> None:
    assert rules.required_response(net_sample) == required


@given(st.integers(0, 10**9))
def test_any_number_of_invited_has_a_step(rules: PublicationRules, net_sample: int) -> None:
    assert rules.required_response(net_sample) in {30, 50}


@pytest.mark.parametrize("share", ["1", "30", "33.3", "100", "100.0"])
def test_a_required_share_runs_from_1_to_100(share: str, register_folder: Path) -> None:
    ruled(f"{_STEPS}.1.required", share)(register_folder)
    assert _policy(register_folder).versions[0].required_response(50) == Decimal(share)


@pytest.mark.parametrize("share", ["100.1", "0", "0.3", "-1", "30%", "1e1", "3_0", "nan", "'٣٠'", "[30]", "", "half"])
def test_nothing_else_is_a_required_share(share: str, register_folder: Path) -> None:
    findings = _findings(register_folder, ruled(f"{_STEPS}.1.required", share))
    assert [(finding.code, finding.at.line) for finding in findings] == [("Y06", 11)]


_STEPS = "versions.0.response_requirement.steps"

_STEPS_WITHOUT_A_GROUP = {
    "a limit twice": "{invited_below: 20, required: 50}, {invited_below: 20, required: 40}, {required: 30}",
    "a smaller limit after another": "{invited_below: 9, required: 50}, {invited_below: 8, required: 9}, {required: 9}",
    "a step for any number before the last": "{required: 60}, {invited_below: 20, required: 50}, {required: 30}",
    "a last step with a limit": "{invited_below: 20, required: 50}",
}


@pytest.mark.parametrize("steps", _STEPS_WITHOUT_A_GROUP.values(), ids=_STEPS_WITHOUT_A_GROUP.keys())
def test_steps_leave_no_group_without_a_rule(steps: str, register_folder: Path) -> None:
    findings = _findings(register_folder, ruled(_STEPS, f"[{steps}]"))
    assert [(finding.code, finding.at.line) for finding in findings] == [("Y06", 8)]
    assert findings[0].came == "steps leaves some groups without a rule"


@pytest.mark.parametrize("limit", ["few", "²", "[20]", "0", "1", "-20"])
def test_a_limit_is_a_whole_number_of_2_or_more(limit: str, register_folder: Path) -> None:
    findings = _findings(register_folder, ruled(f"{_STEPS}.0.invited_below", limit))
    assert [(finding.code, finding.at.line) for finding in findings] == [("Y06", 9)]


def test_no_steps_are_no_rule(register_folder: Path) -> None:
    findings = _findings(register_folder, ruled(_STEPS, "[]"))
    assert [(finding.code, finding.at.line) for finding in findings] == [("Y06", 8)]


@pytest.mark.parametrize("limit", [10, 30])
def test_there_may_be_more_steps(limit: int, register_folder: Path) -> None:
    steps = sorted([(20, 50), (limit, 40)])
    limited = "".join(f"{{invited_below: {below}, required: {required}}}, " for below, required in steps)
    ruled(_STEPS, f"[{limited}{{required: 30}}]")(register_folder)
    assert _policy(register_folder).versions[0].required_response(limit - 1) == 40


@pytest.mark.parametrize(
    "key",
    [
        *("reply_window.days", "reply_window.source"),
        *("response_requirement.steps.0.required", "response_requirement.source"),
        *("minimum_respondents.completed", "minimum_respondents.source"),
        *("norm.total", "norm.service", "norm.insufficient", "norm.source"),
        *("certainty.impression_from", "certainty.fairly_certain_from", "certainty.source"),
        *(
            "disclosure.attacker",
            "disclosure.one_person",
            "disclosure.several",
            "disclosure.means",
            "disclosure.source",
        ),
    ],
)
def test_every_key_of_a_rule_is_needed(key: str, register_folder: Path) -> None:
    findings = _findings(register_folder, unruled(f"versions.0.{key}"))
    assert {finding.code for finding in findings} <= {"Y05", "Y06"}
    assert len(findings) == 1


def test_a_policy_from_before_the_widths_goes_by_the_same_ones(register_folder: Path) -> None:
    own = _policy(register_folder).versions[0].certainty
    assert (own.impression_within, own.fairly_certain_within) == (Decimal(2), Decimal(1))


def test_a_policy_can_have_widths_of_its_own(register_folder: Path) -> None:
    added = POLICY.replace(
        "certainty:\n", "certainty:\n      impression_within: 1.5\n      fairly_certain_within: 0.7\n"
    )
    (register_folder / "policy.yaml").write_text(added)
    own = _policy(register_folder).versions[0].certainty
    assert (own.impression_within, own.fairly_certain_within) == (Decimal("1.5"), Decimal("0.7"))
    (register_folder / "policy.yaml").write_text(added.replace("1.5", "0.7"))
    assert [finding.code for finding in read_policy(register_folder)[1]] == ["Y06", "Y06"]  # one for each version


@pytest.mark.parametrize(
    ("key", "scale", "inside", "outside"),
    [
        ("norm.total", TEN, ("1", "10"), ("0.9", "10.1")),
        ("norm.total", FIVE, ("1", "5"), ("0.9", "5.1")),
        ("norm.service", FIVE, ("1.0", "5.0"), ("0.9", "5.1")),
        ("norm.insufficient", TEN, ("1", "9"), ("0", "10")),
        ("norm.insufficient", FIVE, ("1", "4"), ("0", "5")),
        ("disclosure.one_person", TEN, ("1", "8.9"), ("0.9", "9")),
        ("disclosure.one_person", FIVE, ("1", "3.9"), ("0.9", "4")),
        ("disclosure.several", FIVE, ("0.1", "3.9"), ("0", "4.0")),
    ],
)
def test_grades_and_distances_between_them_lie_on_the_scale(
    key: str, scale: Scale, inside: tuple[str, str], outside: tuple[str, str], register_folder: Path
) -> None:
    for value in (*inside, *outside):
        _ruled_on_five(register_folder)
        ruled(f"versions.0.{key}", value)(register_folder)
        found = read_policy(register_folder, replace(CHARTER, scale=scale))[1]
        expected = [("Y06", key.rpartition(".")[2])] if value in outside else []
        assert [(each.code, each.field) for each in found] == expected


def _ruled_on_five(data: Path) -> None:
    """Rules that make sense on a scale from 1 to 5, and so on a longer one."""
    text = POLICY.replace("total: 6.5", "total: 3.5").replace("service: 5.5", "service: 3.0")
    (data / "policy.yaml").write_text(text.replace("insufficient: 5", "insufficient: 2"))


def test_a_norm_is_that_of_a_quality_mark(register_folder: Path) -> None:
    without_mark = replace(CHARTER, quality_mark=None)
    assert read_policy(register_folder, CHARTER)[1] == []
    found = read_policy(register_folder, without_mark)[1]
    assert [(each.code, each.came) for each in found] == [("Y04", "a norm")] * 2  # one for each version
    start, end = POLICY.index("    norm:"), POLICY.index("    certainty:")
    (register_folder / "policy.yaml").write_text(POLICY.replace(POLICY[start:end], ""))
    found = read_policy(register_folder, CHARTER)[1]
    assert [(each.code, each.came) for each in found] == [("Y05", "no key 'norm'")]
    policy, findings = read_policy(register_folder, without_mark)
    assert findings == []
    assert policy
    assert policy.versions[0].norm is None


@pytest.mark.parametrize("version", [0, 1])
def test_a_norm_may_come_and_go_with_a_version(version: int, register_folder: Path) -> None:
    """Versions that apply may not change: else a register could never get a quality mark, or lose it."""
    norm = POLICY[POLICY.index("    norm:") : POLICY.index("    certainty:")]
    first, second = (part.replace(norm, "", number == version) for number, part in enumerate(_halves(POLICY)))
    (register_folder / "policy.yaml").write_text(first + second)
    policy, findings = read_policy(register_folder, CHARTER)
    assert findings == []
    assert policy
    assert [rules.norm is None for rules in policy.versions] == [version == 0, version == 1]


def _halves(policy: str) -> tuple[str, str]:
    """The text up to the second version, and the rest."""
    second = policy.index("  - applies_from: 2021-01-01")
    return policy[:second], policy[second:]


def test_wrong_kinds_are_told_in_words_of_yaml(register_folder: Path) -> None:
    text = "repository: public\nversions: none\n"
    (register_folder / "policy.yaml").write_text(text)
    assert [finding.came for finding in read_policy(register_folder)[1]] == ["versions 'none' is something else"]
    (register_folder / "policy.yaml").write_text(POLICY.replace("    norm:\n", "    norm: 6.5\n    rest:\n"))
    findings = read_policy(register_folder)[1]
    assert [finding.code for finding in findings] == ["Y06", "Y04", "Y06", "Y04"]
    assert findings[0].expected == "keys with values, indented"


def test_all_that_is_wrong_with_a_policy_comes_out_at_once(register_folder: Path) -> None:
    text = POLICY.replace("public", "open").replace("days: 21", "days: many").replace("total: 6.5", "total: high")
    (register_folder / "policy.yaml").write_text(text)
    codes = sorted(finding.code for finding in read_policy(register_folder)[1])
    assert codes == ["R03", "Y06", "Y06", "Y06", "Y06"]


def test_without_a_file_there_is_no_policy(register_folder: Path) -> None:
    assert [finding.code for finding in _findings(register_folder, removed("policy.yaml"))] == ["F06"]
