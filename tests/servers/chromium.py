"""Finds a real Chromium for the browser tests, and gets one where there is none."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Playwright

from tests.servers import apt
from tests.servers.errors import MissingProgram, ServerFailed

FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_DOWNLOADED = ("chromium-*/chrome-linux*/chrome", "chromium-*/chrome-mac*/*.app/Contents/MacOS/*")
_REMEDY = (
    "no Chromium that runs was found: apt-get install chromium (Debian), or"
    " .venv/bin/playwright install --with-deps chromium"
)
_DOWNLOAD_SECONDS = 600
# Where either reads so, a browser's sandbox cannot be made by a user without privileges.
_SANDBOX_SWITCHES = {
    "/proc/sys/kernel/unprivileged_userns_clone": "0",
    "/proc/sys/kernel/apparmor_restrict_unprivileged_userns": "1",
}


def ensure() -> Path:
    """Return the path of a Chromium that runs, getting one first where there is none.

    Tries what is there, then the system's packages when root, then Playwright's own download.
    Raises MissingProgram with the remedy, and why the download failed, when all fail.
    """
    found = installed()
    if found is None and apt.can_install():
        found = _from_packages()
    if found is None:
        reason = _download()
        found = installed()
        if found is None:
            raise MissingProgram(f"{_REMEDY}\n{reason}")
    return found


def installed() -> Path | None:
    """Return the first Chromium on PATH or in Playwright's cache that says its version."""
    return next((path for path in _candidates() if version(path) is not None), None)


def version(path: Path) -> str | None:
    """Ask one browser for its version, such as "Chromium 156.0"; None when it does not run.

    Ubuntu's chromium-browser may be a placeholder that only asks for a snap: it has no version.
    """
    try:
        done = subprocess.run(
            [path, "--version"], capture_output=True, text=True, timeout=60, check=False
        )
    except OSError:
        return None
    match = re.search(r"(Chromium|Google Chrome)[\w ]* \d+[\d.]*", done.stdout)
    return match[0] if match and done.returncode == 0 else None


def launch(playwright: Playwright) -> Browser:
    """Start the browser without a window; without its sandbox only where it cannot have one."""
    return playwright.chromium.launch(
        executable_path=ensure(), headless=True, chromium_sandbox=_can_sandbox(), args=list(FLAGS)
    )


def _can_sandbox() -> bool:
    switches = ((Path(name), off) for name, off in _SANDBOX_SWITCHES.items())
    barred = any(file.is_file() and file.read_text().strip() == off for file, off in switches)
    return os.geteuid() != 0 and not barred


def _candidates() -> Iterator[Path]:
    yield from (Path(path) for path in map(shutil.which, _NAMES) if path)
    default = Path.home() / ".cache" / "ms-playwright"
    cache = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or default)
    for pattern in _DOWNLOADED:
        yield from sorted(cache.glob(pattern), reverse=True)


def _from_packages() -> Path | None:
    try:
        apt.install("chromium", "fonts-dejavu-core")
    except ServerFailed as error:  # Ubuntu has no such package: the download is next
        print(error, file=sys.stderr, flush=True)
    return installed()


def _download() -> str:
    print("downloading Chromium with Playwright", file=sys.stderr, flush=True)
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    if apt.can_install():
        command.insert(-1, "--with-deps")
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=_DOWNLOAD_SECONDS, check=False
    )
    return (done.stdout + done.stderr)[-1500:]
