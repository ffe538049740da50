"""Errors as a command tells them: in one line."""


def in_words(error: Exception) -> str:
    """Return an error as one line; one of the system with the file it is about."""
    if isinstance(error, OSError):
        file = f"{error.filename}: " if error.filename else ""
        return _line(f"{file}{error.strerror or error}")
    return _line(str(error))


def _line(text: str) -> str:
    return " ".join(text.split())
