/* Reads calendar objects with libical (Evolution, GNOME Calendar, KOrganizer, Cyrus): the only
 * judge of iTIP rules. For each file given: name, start, end, UID, title, description. */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* What the parser or the restrictions objected to, in any component; NULL if nothing. */
static const char *objection(icalcomponent *component)
{
    icalproperty *error = icalcomponent_get_first_property(component, ICAL_XLICERROR_PROPERTY);
    if (error)
        return icalproperty_get_xlicerror(error);
    for (icalcomponent *inner = icalcomponent_get_first_component(component, ICAL_ANY_COMPONENT); inner;
         inner = icalcomponent_get_next_component(component, ICAL_ANY_COMPONENT)) {
        const char *what = objection(inner);
        if (what)
            return what;
    }
    return NULL;
}

static void print_instant(icalcomponent *event, icalproperty_kind kind)
{
    icalproperty *property = icalcomponent_get_first_property(event, kind);
    struct icaltimetype at = icalproperty_get_datetime_with_component(property, event);
    time_t seconds = icaltime_as_timet_with_zone(at, icaltime_get_timezone(at));
    char text[32];
    strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", gmtime(&seconds));
    printf("\t%s", text);
}

static void print_text(const char *text)
{
    putchar('\t');
    for (; text && *text; text++)
        if (*text == '\n')
            fputs("⏎", stdout);
        else
            putchar(*text);
}

static char *contents(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END))
        return NULL;
    long size = ftell(file);
    char *text = calloc(1, (size_t)size + 1);
    rewind(file);
    if (!text || fread(text, 1, (size_t)size, file) != (size_t)size)
        return NULL;
    fclose(file);
    return text;
}

int main(int count, char **paths)
{
    icalerror_set_errors_are_fatal(0);
    for (int i = 1; i < count; i++) {
        const char *slash = strrchr(paths[i], '/');
        const char *name = slash ? slash + 1 : paths[i];
        int length = (int)strcspn(name, ".");
        printf("%.*s", length, name);
        char *text = contents(paths[i]);
        icalcomponent *calendar = text ? icalparser_parse_string(text) : NULL;
        icalcomponent *event = calendar ? icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT) : NULL;
        const char *parsed = calendar ? objection(calendar) : NULL;
        if (!event || parsed) {
            printf("\tnot read: %s\n", parsed ? parsed : "no event");
        } else if (!icalrestriction_check(calendar) || objection(calendar)) {
            const char *what = objection(calendar);
            printf("\tnot allowed: %s\n", what ? what : "no reason given");
        } else {
            // The check has moved the place that the calendar keeps in its components.
            event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
            for (int number = 1; event; number++) {
                if (number > 1)
                    printf("%.*s#%d", length, name, number);
                print_instant(event, ICAL_DTSTART_PROPERTY);
                print_instant(event, ICAL_DTEND_PROPERTY);
                print_text(icalcomponent_get_uid(event));
                print_text(icalcomponent_get_summary(event));
                print_text(icalcomponent_get_description(event));
                putchar('\n');
                event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT);
            }
        }
        if (calendar)
            icalcomponent_free(calendar);
        free(text);
    }
    return 0;
}
