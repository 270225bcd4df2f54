"""Umeå's twelve actions as they stand in version 2: eleven to carry out and one that was dropped."""

from genprocure.demo.umea import actions_inside, actions_outside

ACTIONS = [*actions_inside.ACTIONS, *actions_outside.ACTIONS]
