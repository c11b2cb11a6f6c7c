// Reads calendar objects with ical.js (Thunderbird, Nextcloud). For each event of each file given: name, start,
// end, UID, title, description.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import ICAL from "ical.js";

function read(path) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(path, "utf8")));
  return calendar.getAllSubcomponents("vevent").map(valuesOf);
}

function valuesOf(event) {
  const instants = ["dtstart", "dtend"].map((name) => {
    const at = event.getFirstPropertyValue(name);
    if (at.zone === ICAL.Timezone.localTimezone) throw new Error(`${name} has no zone`);
    return new Date(at.toUnixTime() * 1000).toISOString().replace(".000", "");
  });
  const texts = ["uid", "summary", "description"].map((name) => event.getFirstPropertyValue(name) ?? "");
  return [...instants, ...texts];
}

for (const path of process.argv.slice(2)) {
  let events;
  try {
    events = read(path);
  } catch (error) {
    events = [[`not read: ${error.message}`]];
  }
  for (const [index, values] of events.entries()) {
    const name = basename(path, ".ics") + (index === 0 ? "" : `#${index + 1}`);
    console.log([name, ...values].map((value) => value.replaceAll("\n", "⏎")).join("\t"));
  }
}
