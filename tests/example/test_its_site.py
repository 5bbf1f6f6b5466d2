"""All that the tests of a published site look at, on the site of another register: in English, on another scale."""

from published.test_deployed import *  # noqa: F403
from published.test_every_page import *  # noqa: F403
from published.test_figures_on_the_pages import *  # noqa: F403
from published.test_page_policy import *  # noqa: F403
from published.test_promised_addresses import *  # noqa: F403
