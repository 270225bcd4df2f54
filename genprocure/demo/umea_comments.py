"""The comments of Umeå's local group up to version 2, oldest first."""

from genprocure.demo import umea_comments_answers, umea_comments_barriers, umea_comments_market

COMMENTS = sorted(
    [*umea_comments_barriers.COMMENTS, *umea_comments_market.COMMENTS, *umea_comments_answers.COMMENTS],
    key=lambda comment: comment["at"],
)
