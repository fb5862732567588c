"""The confidence model: what it learns from material that the checks are mended on, and from what nobody read."""
from __future__ import annotations

from checker.calibration import Case, fit, held_out, predicted
from checker.confidence import features


def case(document: str, code: str, real: bool, upheld: float = 1.0) -> Case:
    return Case(document, features(code, "nl", {"certainty": 0.8, "upheld": upheld}), real)


READ = [case(f"read{n}", code, True) for n in range(20) for code in ("role-changed", "number-changed")]
UNREAD = [case(f"unread{n}", "role-changed", n % 2 == 0) for n in range(10)]


def test_mistakes_in_unread_material_make_their_code_less_sure() -> None:
    role, number = case("x", "role-changed", True), case("x", "number-changed", True)
    tuned, honest = fit(READ), fit([*READ, *UNREAD])
    assert predicted(honest, role) < predicted(tuned, role) - 0.1
    assert predicted(honest, number) > predicted(honest, role) + 0.1


def test_what_other_versions_say_counts_by_family() -> None:
    told = [case(f"d{n}", "role-changed", upheld == 1.0, upheld) for n in range(20) for upheld in (0.0, 1.0)]
    figures = [case(f"d{n}", "number-changed", True, upheld) for n in range(20) for upheld in (0.0, 1.0)]
    weights = fit([*told, *figures])
    gains = {code: predicted(weights, case("x", code, True, 1.0)) - predicted(weights, case("x", code, True, 0.0))
             for code in ("role-changed", "number-changed")}
    assert gains["role-changed"] > gains["number-changed"] + 0.2


def test_each_case_is_judged_by_a_model_that_never_saw_its_document() -> None:
    read, unread = held_out(READ, UNREAD)
    assert len(read) == len(READ) and [real for _, real in sorted(unread, key=lambda x: x[1])].count(True) == 5
    # The one document whose findings are false is not among what its own model was fitted on.
    lone = [case(f"d{n}", "role-changed", n != 3) for n in range(15)]
    tested, none = held_out(lone)
    assert not none and min(sure for sure, real in tested if not real) > 0.8
