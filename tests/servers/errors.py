"""What is wrong when a program that the tests need cannot be had or does not start."""


class MissingProgram(RuntimeError):
    """A program that tests need is not on this machine; the message names the remedy."""


class ServerFailed(RuntimeError):
    """A server did not start or a set-up step failed; the message ends with its log's tail."""
