"""Umeå's twelve actions as they stand in version 2: eleven to carry out and one that was dropped."""

from genprocure.demo import umea_actions_inside, umea_actions_outside

ACTIONS = [*umea_actions_inside.ACTIONS, *umea_actions_outside.ACTIONS]
