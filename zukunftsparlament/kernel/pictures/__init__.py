"""Pictures that people send: decoded in a process of their own, kept as small clean copies in a folder."""

from zukunftsparlament.kernel.pictures.decoding import Decoded, NotTaken, decoded

__all__ = ["Decoded", "NotTaken", "decoded"]
