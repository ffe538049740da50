"""Any text -> claims, under a fuzzer that follows which branches a text reaches.

    pip install atheris
    python -m tests.fuzz.fuzz_extraction [FOLDER] [-max_total_time=600] [-max_len=600]

The options are libFuzzer's; texts that reach something new are kept in FOLDER, one that breaks
what holds is written to a file named crash-..., which read as the only argument breaks it again.
"""

import sys
from importlib import import_module
from typing import Any

try:
    # Any: atheris ships no types, and only those who fuzz have it
    atheris: Any = import_module("atheris")
except ModuleNotFoundError:
    sys.exit("fuzz_extraction: atheris is not installed; pip install atheris")

with atheris.instrument_imports(include=["loaders", "graph"]):
    # by name, since what is to be instrumented must be imported here and not before
    holds: Any = import_module("tests.extraction.holds")
    extractor: Any = import_module("loaders.extraction.extractor")


def text_of(content: bytes) -> str:
    """Return the text that bytes stand for: half of all are raw text, half are made of pieces.

    The first byte says which. In raw text, bytes that are no UTF-8 are replaced. Of the others,
    each byte is a piece and whether a space follows it.
    """
    kind, rest = content[:1], content[1:]
    if not kind or kind[0] % 2:
        return rest.decode("utf-8", "replace")
    pieces = holds.PIECES
    return "".join(
        pieces[byte % len(pieces)] + (" " if byte < 2 * len(pieces) else "") for byte in rest
    )


def main() -> None:
    """Fuzz until told to stop."""
    reads = extractor.Extractor()

    def one(content: bytes) -> None:
        holds.read_twice(reads, text_of(content))

    atheris.Setup(sys.argv, one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
