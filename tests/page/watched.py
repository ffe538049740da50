"""A page in the browser that notes whatever it should not do."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Page, Request

Visit = Callable[..., Page]
_OURS = "willReadFrequently"  # said of the test's own reading of pixels
_NOTE_VIOLATIONS = """
addEventListener("securitypolicyviolation", (event) =>
  console.error("violation of " + event.violatedDirective));
"""


class Watched:
    """Opens an address, waits until it is drawn, and collects errors and foreign requests."""

    def __init__(
        self, browser: Browser, address: str, expected: tuple[str, ...], context: dict[str, Any]
    ) -> None:
        """Open it; an error of the console that has one of `expected` in it is let pass."""
        self._host = urlsplit(address).netloc
        self._expected = (*expected, _OURS)
        self._seen: list[str] = []
        usual = {"viewport": {"width": 1280, "height": 800}, "reduced_motion": "reduce"}
        self._context = browser.new_context(**{**usual, **context})
        self.page = self._context.new_page()
        self.page.set_default_timeout(15_000)
        self.page.add_init_script(_NOTE_VIOLATIONS)
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self._seen.append(str(error)))
        self.page.on("dialog", lambda dialog: self._seen.append(f"dialog {dialog.message}"))
        self.page.on("request", self._request)
        self.page.goto(address)
        self.page.locator("#network[data-drawn], #notice:not([hidden])").first.wait_for()

    def close(self) -> None:
        """Close it, and fail when there was anything."""
        self._context.close()
        assert not self._seen, self._seen

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not any(
            part in message.text for part in self._expected
        ):
            self._seen.append(message.text)

    def _request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme != "blob" and parts.netloc != self._host:
            self._seen.append(f"asked for {request.url}")
