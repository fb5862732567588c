"""The one exception that users are meant to see."""


class CheckerError(Exception):
    """Something in the input, the configuration or the machine keeps us from checking.

    The text is one line that says what is wrong, where, and what to do about it. The command line prints
    it and exits with 2; it is never shown with a traceback.
    """
