"""Reads calendar objects with Python's icalendar. For each file given: name, start, end, UID, title,
description."""

import sys
from datetime import timezone
from pathlib import Path

from icalendar import Calendar


def read(path: Path) -> list[str]:
    calendar = Calendar.from_ical(path.read_bytes())
    (event,) = calendar.walk("VEVENT")
    for component in calendar.walk():
        if component.errors:
            return [f"not read: {component.errors}"]
    moments = [event[name].dt for name in ("DTSTART", "DTEND")]
    if any(moment.tzinfo is None for moment in moments):
        return ["not read: a time has no zone"]
    instants = [moment.astimezone(timezone.utc) for moment in moments]
    texts = [str(event.get(name, "")) for name in ("UID", "SUMMARY", "DESCRIPTION")]
    return [instant.strftime("%Y-%m-%dT%H:%M:%SZ") for instant in instants] + texts


for path in map(Path, sys.argv[1:]):
    try:
        values = read(path)
    except Exception as error:  # whatever it is, it is a finding about this file
        values = [f"not read: {error!r}"]
    print(path.stem, *(value.replace("\n", "⏎") for value in values), sep="\t")
