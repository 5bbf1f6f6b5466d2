"""The Content-Security-Policy of a page in a browser: what is not ours does not run, and reaches nobody."""

import re

from playwright.sync_api import Page, Route
from published.answers import ask, each
from published.watching import LISTEN

from generator.site.words.catalogue import Words

ELSEWHERE = "https://elders.example/"
# What may come to stand in a page one day, by the directive that refuses it.
PLANTED = {
    "script-src-elem": f'<script>window.ran = true</script><script src="{ELSEWHERE}x.js"></script>',
    "script-src-attr": '<img src="x:" alt="" onerror="window.ran = true">',
    "style-src-elem": "<style>h1 { display: none }</style>",
    "style-src-attr": '<p style="position: fixed; inset: 0">Over alles heen</p>',
    "base-uri": f'<base href="{ELSEWHERE}">',
    "img-src": f'<img src="{ELSEWHERE}pixel.png" alt="">',
    "frame-src": f'<iframe src="{ELSEWHERE}" title="Elders"></iframe>',
    "object-src": f'<object data="{ELSEWHERE}film.swf"></object>',
}
# What a script could do that did run, likewise.
DONE = {
    "script-src": "() => { setTimeout('window.ran = true') }",
    "connect-src": f"() => {{ fetch('{ELSEWHERE}').catch(() => null) }}",
    "worker-src": "() => { new Worker(URL.createObjectURL(new Blob(['']))) }",
    "form-action": f"""() => {{
      const form = document.body.appendChild(document.createElement('form'));
      form.action = '{ELSEWHERE}';
      form.submit();
    }}""",
}


def test_each_page_tells_its_policy_before_anything_else(places: dict[str, str], base_url: str) -> None:
    paths = {**places, "not found": "404.html"}
    for address, answer in each(ask, [base_url + path for path in paths.values()]):
        before, said, _ = answer.body.partition(b'<meta http-equiv="Content-Security-Policy"')
        assert said, address
        assert not re.search(rb"<(script|style|link|img|body)", before), address
        assert answer.body.count(b'<meta name="referrer" content="same-origin">') == 1, address


def test_what_is_planted_in_a_page_neither_runs_nor_reaches_anybody(words: Words, base_url: str, page: Page) -> None:
    reached: list[str] = []

    def planted(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("<header", "".join(PLANTED.values()) + "<header", 1))

    def elsewhere(route: Route) -> None:
        reached.append(route.request.url)
        route.abort()

    page.add_init_script(LISTEN)
    address = f"{base_url}{words.folders.explanation}/"
    page.route(address, planted)
    page.route(f"{ELSEWHERE}**", elsewhere)
    page.goto(address)
    for act in DONE.values():
        page.evaluate(act)
    page.wait_for_load_state("networkidle")
    assert {told.split()[0] for told in page.evaluate("refused")} == {*PLANTED, *DONE}
    assert page.evaluate("window.ran") is None
    assert reached == []
    assert page.locator("h1").is_visible()
