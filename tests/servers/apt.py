"""Installs system packages, where this user may: root on Debian, Ubuntu and their kin."""

import os
import shutil
import subprocess
import sys

from tests.servers.errors import ServerFailed

# Another apt-get may be at work (unattended upgrades, a parallel job): wait for its lock.
_OPTIONS = ("-o", "DPkg::Lock::Timeout=300", "-o", "Acquire::Retries=3")
_SECONDS = 900


def can_install() -> bool:
    """Say whether this process may install system packages with apt-get."""
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(*packages: str) -> None:
    """Install the packages and what they need, without recommendations.

    Raises ServerFailed with the end of apt-get's output when it fails.
    """
    print(f"installing {' '.join(packages)} with apt-get", file=sys.stderr, flush=True)
    _apt_get("update")
    _apt_get("install", "--yes", "--no-install-recommends", *packages)


def install_first(*choices: str) -> None:
    """Install the first of the packages that this system offers.

    Raises ServerFailed with the last package's error when it offers none of them.
    """
    for package in choices[:-1]:
        try:
            return install(package)
        except ServerFailed:
            continue  # this release has no such package: the next one is older
    install(choices[-1])


def _apt_get(*arguments: str) -> None:
    command = ["apt-get", *_OPTIONS, "--quiet", *arguments]
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=_SECONDS,
        check=False,
    )
    if done.returncode != 0:
        tail = (done.stdout + done.stderr)[-1500:]
        raise ServerFailed(f"{' '.join(command)} failed ({done.returncode}):\n{tail}")
