"""Words of ours that are translated when they are shown, in the language of whoever reads them."""

from django.utils.functional import Promise

Words = str | Promise
