"""What our files include, read from their text."""
import re

DIRECTIVE = re.compile(r'#\s*(include\s*[<"](?P<header>[^>"]+)|if|endif)')


class IncludeGraph:
    """Headers have the names by which they are included; those that are not below ROOT include nothing here."""

    def __init__(self, root):
        self.root = root
        self.known = {}

    def is_ours(self, header):
        return (self.root / header).is_file()

    def included_by(self, header):
        if header not in self.known:
            self.known[header] = includes_in((self.root / header).read_text()) if self.is_ours(header) else []
        return self.known[header]

    def closure(self, headers):
        """These headers, and all that they include."""
        found = set()
        todo = list(headers)
        while todo:
            header = todo.pop()
            if header not in found:
                found.add(header)
                todo.extend(self.included_by(header))
        return found


def includes_in(text):
    """The headers that TEXT includes wherever it is compiled: none that stands under a condition."""
    headers = []
    conditions = 0
    for line in text.splitlines():
        directive = DIRECTIVE.match(line)
        if not directive:
            continue
        if directive["header"] is None:
            conditions += -1 if directive[1] == "endif" else 1
        elif conditions == 0:
            headers.append(directive["header"])
    return headers
