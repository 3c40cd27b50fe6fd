# Files: the parser in pure Python, for machines whose PyYAML came without libyaml.

"""A parser with the interface of `yaml.cyaml.CParser`."""

from __future__ import annotations

from yaml import parser, reader, scanner


class Parser(reader.Reader, scanner.Scanner, parser.Parser):
    """Gives the events of a text, fifteen times slower than libyaml."""

    def __init__(self, stream: str | bytes) -> None:
        reader.Reader.__init__(self, stream)
        scanner.Scanner.__init__(self)
        parser.Parser.__init__(self)
