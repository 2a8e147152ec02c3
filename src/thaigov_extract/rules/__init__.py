"""The shipped rules, one module per kind of object."""

from __future__ import annotations

from functools import cache

from ..rule import RuleSet
from .agencies import agency_rules
from .dates import date_rules
from .names import name_rules
from .posts import post_rules
from .terms import term_rules
from .titles import title_rules


@cache
def default_rules() -> RuleSet:
    """Return the shipped rule set; ``default_rules() + [my_rule]`` is a new one."""
    return RuleSet(
        (
            *date_rules(),
            *name_rules(),
            *agency_rules(),
            *title_rules(),
            *term_rules(),
            *post_rules(),
        )
    )
