"""Reads calendar objects with Python's icalendar. For each event of each file given: name, start, end, UID,
title, description."""

import sys
from datetime import timezone
from pathlib import Path

from icalendar import Calendar


def read(path: Path) -> list[list[str]]:
    calendar = Calendar.from_ical(path.read_bytes())
    for component in calendar.walk():
        if component.errors:
            return [[f"not read: {component.errors}"]]
    return [values_of(event) for event in calendar.walk("VEVENT")]


def values_of(event) -> list[str]:
    moments = [event[name].dt for name in ("DTSTART", "DTEND")]
    if any(moment.tzinfo is None for moment in moments):
        return ["not read: a time has no zone"]
    instants = [moment.astimezone(timezone.utc) for moment in moments]
    texts = [str(event.get(name, "")) for name in ("UID", "SUMMARY", "DESCRIPTION")]
    return [instant.strftime("%Y-%m-%dT%H:%M:%SZ") for instant in instants] + texts


for path in map(Path, sys.argv[1:]):
    try:
        events = read(path)
    except Exception as error:  # whatever it is, it is a finding about this file
        events = [[f"not read: {error!r}"]]
    for number, values in enumerate(events):
        name = path.stem if number == 0 else f"{path.stem}#{number + 1}"
        print(name, *(value.replace("\n", "⏎") for value in values), sep="\t")
