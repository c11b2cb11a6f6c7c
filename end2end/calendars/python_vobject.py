"""Reads calendar objects with Python's vobject (Radicale). For each event of each file given: name, start, end,
UID, title, description."""

import sys
from datetime import timezone
from pathlib import Path

import vobject


def read(path: Path) -> list[list[str]]:
    # vobject keeps the first definition of a zone for all later files.
    vars(vobject.icalendar)["__tzidMap"].clear()
    calendar = vobject.readOne(path.read_text(encoding="utf-8"), validate=True)
    return [values_of(event) for event in calendar.vevent_list]


def values_of(event) -> list[str]:
    moments = [event.dtstart.value, event.dtend.value]
    if any(moment.tzinfo is None for moment in moments):
        return ["not read: a time has no zone"]
    instants = [moment.astimezone(timezone.utc) for moment in moments]
    texts = [event.getChildValue(name, "") for name in ("uid", "summary", "description")]
    return [instant.strftime("%Y-%m-%dT%H:%M:%SZ") for instant in instants] + texts


for path in map(Path, sys.argv[1:]):
    try:
        events = read(path)
    except Exception as error:  # whatever it is, it is a finding about this file
        events = [[f"not read: {error!r}"]]
    for number, values in enumerate(events):
        name = path.stem if number == 0 else f"{path.stem}#{number + 1}"
        print(name, *(value.replace("\n", "⏎") for value in values), sep="\t")
