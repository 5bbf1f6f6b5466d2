"""Where the tests get their browser from, on machines that have none."""

from collections.abc import Callable

import pytest
from published import browser


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Callable[[str | None], list[str]]:
    """A machine without a browser, on which one way to install one helps; returns which ways were tried, in order."""

    def without_a_browser(what_helps: str | None) -> list[str]:
        tried: list[str] = []
        monkeypatch.setattr(browser, "works", lambda: what_helps in tried)
        for name in ("install_playwrights_own", "install_the_distributions"):
            monkeypatch.setattr(browser, name, lambda name=name: tried.append(name))
        return tried

    return without_a_browser


def test_playwrights_own_comes_before_the_distributions(machine: Callable[[str | None], list[str]]) -> None:
    tried = machine("install_playwrights_own")
    browser.main()
    assert tried == ["install_playwrights_own"]


def test_the_distributions_is_the_last_way(machine: Callable[[str | None], list[str]]) -> None:
    tried = machine("install_the_distributions")
    browser.main()
    assert tried == ["install_playwrights_own", "install_the_distributions"]


def test_where_nothing_helps_one_sentence_says_what_to_install(machine: Callable[[str | None], list[str]]) -> None:
    machine(None)
    with pytest.raises(SystemExit) as stopped:
        browser.main()
    assert stopped.value.code == browser.ADVICE
    assert "install Google Chrome or Chromium" in browser.ADVICE


def test_an_installed_browser_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: "/usr/bin/chromium" if name == "chromium" else None)
    assert browser.launch_options()["executable_path"] == "/usr/bin/chromium"


def test_the_shell_goes_before_a_browser_with_a_window(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}" if name.startswith("chromium") else None)
    assert browser.launch_options()["executable_path"] == "/usr/bin/chromium-headless-shell"


def test_without_one_the_options_mean_playwrights_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    monkeypatch.setattr(browser, "MAC", "/nowhere")
    assert "executable_path" not in browser.launch_options()
