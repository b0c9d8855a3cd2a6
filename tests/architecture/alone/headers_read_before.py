"""Which headers are worth reading once for many files, rather than once for each."""

# What it takes to read a header, keep it, and read what was kept, by what it takes to read it.
KEEPING = 1.3


def choose(allowed, weight):
    """For each file the header to read before it, or none.

    ALLOWED: file -> the headers that may be read before it; WEIGHT: header -> how much there is to read. Greedily the
    header that saves the most, as long as one saves more than it takes.
    """
    users = {}
    for file, headers in allowed.items():
        for header in headers:
            users.setdefault(header, []).append(file)
    chosen = {}
    saved = dict.fromkeys(allowed, 0)

    def gain(header):
        return sum(max(0, weight[header] - saved[file]) for file in users[header]) - KEEPING * weight[header]

    while users:
        best = max(sorted(users), key=gain)
        if gain(best) <= 0:
            break
        for file in users.pop(best):
            if saved[file] < weight[best]:
                saved[file] = weight[best]
                chosen[file] = best
    return chosen
