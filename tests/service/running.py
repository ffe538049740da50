"""What running a command gives."""

from collections.abc import Callable

Run = Callable[..., tuple[int, str, str]]


def failed(result: tuple[int, str, str]) -> str:
    """Return the one line of an error, once it is seen to be one."""
    code, out, err = result
    assert (code, out) == (1, "")
    assert err.startswith("whobacks: ")
    assert err.count("\n") == 1
    assert "Traceback" not in err
    return err
