"""The comments of Umeå's local group up to version 2, oldest first."""

from genprocure.demo.umea import comments_answers, comments_barriers, comments_market

COMMENTS = sorted(
    [*comments_barriers.COMMENTS, *comments_market.COMMENTS, *comments_answers.COMMENTS],
    key=lambda comment: comment["at"],
)
