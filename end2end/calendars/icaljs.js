// Reads calendar objects with ical.js (Thunderbird, Nextcloud). For each file given: name, start, end,
// UID, title, description.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import ICAL from "ical.js";

function read(path) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(path, "utf8")));
  const [event, ...others] = calendar.getAllSubcomponents("vevent");
  if (others.length > 0) throw new Error("more than one event");
  const instants = ["dtstart", "dtend"].map((name) => {
    const at = event.getFirstPropertyValue(name);
    if (at.zone === ICAL.Timezone.localTimezone) throw new Error(`${name} has no zone`);
    return new Date(at.toUnixTime() * 1000).toISOString().replace(".000", "");
  });
  const texts = ["uid", "summary", "description"].map((name) => event.getFirstPropertyValue(name) ?? "");
  return [...instants, ...texts];
}

for (const path of process.argv.slice(2)) {
  let values;
  try {
    values = read(path);
  } catch (error) {
    values = [`not read: ${error.message}`];
  }
  const line = [basename(path, ".ics"), ...values].map((value) => value.replaceAll("\n", "⏎"));
  console.log(line.join("\t"));
}
