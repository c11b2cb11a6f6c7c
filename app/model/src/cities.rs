//! Time zones by the names of cities, as people know them.

use std::{collections::HashMap, sync::LazyLock};

use jiff::tz;

use crate::{Fault, IanaTimeZone, Language, dates::city_of_zone, search_key};

/// The parts of the world in names of the IANA database. Its other names are no cities.
const REGIONS: [&str; 10] = [
    "Africa",
    "America",
    "Antarctica",
    "Arctic",
    "Asia",
    "Atlantic",
    "Australia",
    "Europe",
    "Indian",
    "Pacific",
];

/// German names of cities, as CLDR spells them, that differ from the English ones.
const GERMAN: &[(&str, &str)] = &[
    ("Algier", "Africa/Algiers"),
    ("Addis Abeba", "Africa/Addis_Ababa"),
    ("Daressalam", "Africa/Dar_es_Salaam"),
    ("Kairo", "Africa/Cairo"),
    ("Tripolis", "Africa/Tripoli"),
    ("Havanna", "America/Havana"),
    ("Mexiko-Stadt", "America/Mexico_City"),
    ("Almaty", "Asia/Almaty"),
    ("Bagdad", "Asia/Baghdad"),
    ("Damaskus", "Asia/Damascus"),
    ("Jekaterinburg", "Asia/Yekaterinburg"),
    ("Jerewan", "Asia/Yerevan"),
    ("Kalkutta", "Asia/Kolkata"),
    ("Kathmandu", "Asia/Kathmandu"),
    ("Kuwait", "Asia/Kuwait"),
    ("Nikosia", "Asia/Nicosia"),
    ("Nowosibirsk", "Asia/Novosibirsk"),
    ("Riad", "Asia/Riyadh"),
    ("Schanghai", "Asia/Shanghai"),
    ("Singapur", "Asia/Singapore"),
    ("Taschkent", "Asia/Tashkent"),
    ("Teheran", "Asia/Tehran"),
    ("Tiflis", "Asia/Tbilisi"),
    ("Tokio", "Asia/Tokyo"),
    ("Wladiwostok", "Asia/Vladivostok"),
    ("Kanaren", "Atlantic/Canary"),
    ("Athen", "Europe/Athens"),
    ("Belgrad", "Europe/Belgrade"),
    ("Brüssel", "Europe/Brussels"),
    ("Bukarest", "Europe/Bucharest"),
    ("Kopenhagen", "Europe/Copenhagen"),
    ("Kiew", "Europe/Kyiv"),
    ("Lissabon", "Europe/Lisbon"),
    ("Luxemburg", "Europe/Luxembourg"),
    ("Moskau", "Europe/Moscow"),
    ("Prag", "Europe/Prague"),
    ("Rom", "Europe/Rome"),
    ("Vatikan", "Europe/Vatican"),
    ("Warschau", "Europe/Warsaw"),
    ("Wien", "Europe/Vienna"),
    ("Zürich", "Europe/Zurich"),
    ("Malediven", "Indian/Maldives"),
    ("Fidschi", "Pacific/Fiji"),
];

/// Further cities, by the zone that they are in.
const FURTHER: &[(&str, &[&str])] = &[
    (
        "Europe/Berlin",
        &[
            "Aachen",
            "Augsburg",
            "Bielefeld",
            "Bochum",
            "Bonn",
            "Braunschweig",
            "Bremen",
            "Chemnitz",
            "Cottbus",
            "Darmstadt",
            "Dortmund",
            "Dresden",
            "Duisburg",
            "Düsseldorf",
            "Erfurt",
            "Essen",
            "Frankfurt",
            "Frankfurt am Main",
            "Freiburg",
            "Gera",
            "Göttingen",
            "Halle",
            "Hamburg",
            "Hannover",
            "Heidelberg",
            "Jena",
            "Karlsruhe",
            "Kassel",
            "Kiel",
            "Köln",
            "Cologne",
            "Konstanz",
            "Leipzig",
            "Lübeck",
            "Magdeburg",
            "Mainz",
            "Mannheim",
            "München",
            "Munich",
            "Münster",
            "Nürnberg",
            "Nuremberg",
            "Oldenburg",
            "Osnabrück",
            "Potsdam",
            "Regensburg",
            "Rostock",
            "Saarbrücken",
            "Schwerin",
            "Stuttgart",
            "Trier",
            "Tübingen",
            "Ulm",
            "Weimar",
            "Wiesbaden",
            "Wuppertal",
            "Würzburg",
            "Zwickau",
        ],
    ),
    (
        "Europe/Vienna",
        &[
            "Graz",
            "Innsbruck",
            "Klagenfurt",
            "Linz",
            "Salzburg",
            "Bregenz",
        ],
    ),
    (
        "Europe/Zurich",
        &[
            "Basel",
            "Bern",
            "Genf",
            "Genève",
            "Geneva",
            "Lausanne",
            "Luzern",
            "St. Gallen",
        ],
    ),
    (
        "Europe/London",
        &[
            "Birmingham",
            "Edinburgh",
            "Glasgow",
            "Liverpool",
            "Manchester",
            "Cardiff",
        ],
    ),
    (
        "Europe/Paris",
        &[
            "Lyon",
            "Marseille",
            "Straßburg",
            "Strasbourg",
            "Toulouse",
            "Lille",
        ],
    ),
    (
        "Europe/Brussels",
        &["Antwerpen", "Antwerp", "Gent", "Lüttich"],
    ),
    (
        "Europe/Amsterdam",
        &["Rotterdam", "Den Haag", "The Hague", "Utrecht"],
    ),
    (
        "Europe/Rome",
        &[
            "Mailand", "Milan", "Neapel", "Naples", "Turin", "Venedig", "Bozen",
        ],
    ),
    (
        "Europe/Madrid",
        &["Barcelona", "Valencia", "Sevilla", "Bilbao"],
    ),
    (
        "Europe/Warsaw",
        &[
            "Krakau", "Kraków", "Danzig", "Gdańsk", "Breslau", "Wrocław", "Posen", "Łódź",
        ],
    ),
    ("Europe/Prague", &["Brünn", "Brno", "Ostrava"]),
    (
        "Europe/Kyiv",
        &["Lwiw", "Lviv", "Odessa", "Odesa", "Charkiw", "Kyjiw"],
    ),
    ("Europe/Istanbul", &["Ankara", "Izmir"]),
    (
        "America/New_York",
        &["Washington", "Boston", "Philadelphia", "Miami", "Atlanta"],
    ),
    (
        "America/Chicago",
        &["Houston", "Dallas", "Austin", "Minneapolis"],
    ),
    (
        "America/Los_Angeles",
        &["San Francisco", "Seattle", "Portland", "San Diego"],
    ),
    ("America/Toronto", &["Ottawa", "Montreal", "Québec"]),
    (
        "Asia/Kolkata",
        &[
            "Delhi",
            "New Delhi",
            "Mumbai",
            "Bengaluru",
            "Bangalore",
            "Chennai",
        ],
    ),
    ("Asia/Shanghai", &["Peking", "Beijing"]),
    (
        "America/Sao_Paulo",
        &["Rio de Janeiro", "Brasília", "São Paulo"],
    ),
];

/// The zones of all known cities, by the search keys of their names.
static ZONES: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    let german = GERMAN
        .iter()
        .map(|(city, zone)| (search_key(city), (*zone).to_owned()));
    let further = FURTHER.iter().flat_map(|(zone, cities)| {
        cities
            .iter()
            .map(move |city| (search_key(city), (*zone).to_owned()))
    });
    let mut zones: HashMap<String, String> = further.chain(german).collect();
    // The short names come last and count: the long ones of the same city are older or newer names of its zone.
    let mut names = names();
    names.sort_by_key(|name| std::cmp::Reverse(name.matches('/').count()));
    zones.extend(
        names
            .into_iter()
            .map(|name| (search_key(&city_of_zone(&name)), name)),
    );
    zones
});

/// The names of the IANA database that are cities.
fn names() -> Vec<String> {
    tz::db()
        .available()
        .map(|name| name.to_string())
        .filter(|name| {
            name.split_once('/')
                .is_some_and(|(region, _)| REGIONS.contains(&region))
        })
        .collect()
}

impl IanaTimeZone {
    /// The zone of a city, or of a name such as `Europe/Berlin`.
    pub fn of_city(typed: &str) -> Result<Self, Fault> {
        let fault = match Self::parse(typed) {
            Ok(zone) => return Ok(zone),
            Err(fault) => fault,
        };
        // Typed apostrophes have several shapes; the full stop of an abbreviation may be missing.
        let key = search_key(&typed.replace(['\u{2019}', '\u{2bc}', '`', '´'], "'"));
        let known = ZONES.get(&key).or_else(|| {
            let plain = |text: &str| text.replace(['.', '\''], "");
            let (_, zone) = ZONES.iter().find(|(city, _)| plain(city) == plain(&key))?;
            Some(zone)
        });
        known.map_or(Err(fault), |zone| Self::parse(zone))
    }

    /// The zone as [`IanaTimeZone::of_city`] takes it: its city, or its name if the city does not say it.
    pub fn city(&self, language: Language) -> String {
        let city = city_name(self.as_str(), language);
        if Self::of_city(&city).as_ref() == Ok(self) {
            city
        } else {
            self.as_str().to_owned()
        }
    }

    /// Every known city, in the order of the alphabet.
    pub fn cities(language: Language) -> Vec<String> {
        let further = FURTHER.iter().flat_map(|(_, cities)| cities.iter());
        let mut cities: Vec<String> = names()
            .iter()
            .map(|zone| city_name(zone, language))
            .chain(further.map(|city| (*city).to_owned()))
            .collect();
        cities.sort_by_cached_key(|city| search_key(city));
        cities.dedup();
        cities
    }
}

fn city_name(zone: &str, language: Language) -> String {
    let german = || {
        let (city, _) = GERMAN.iter().find(|(_, known)| *known == zone)?;
        Some((*city).to_owned())
    };
    match language {
        Language::De => german().unwrap_or_else(|| city_of_zone(zone)),
        Language::En => city_of_zone(zone),
    }
}

#[cfg(test)]
mod tests {
    use super::{FURTHER, GERMAN};
    use crate::{Fault, IanaTimeZone, Language};

    #[test]
    fn a_zone_is_found_by_a_city_however_it_is_typed() {
        for (typed, zone) in [
            ("Leipzig", "Europe/Berlin"),
            (" leipzig ", "Europe/Berlin"),
            ("Wien", "Europe/Vienna"),
            ("zurich", "Europe/Zurich"),
            ("Zu\u{308}rich", "Europe/Zurich"),
            ("St. John's", "America/St_Johns"),
            ("St John’s", "America/St_Johns"),
            ("New York", "America/New_York"),
            ("Europe/Berlin", "Europe/Berlin"),
            ("UTC", "UTC"),
        ] {
            let found = IanaTimeZone::of_city(typed).unwrap();
            assert_eq!(found.as_str(), zone, "{typed}");
        }
        assert_eq!(IanaTimeZone::of_city("Entenhausen"), Err(Fault::NoTimeZone));
        assert_eq!(IanaTimeZone::of_city(" "), Err(Fault::Missing));
    }

    #[test]
    fn every_listed_city_is_in_a_zone_of_the_database() {
        for (city, zone) in GERMAN {
            assert!(IanaTimeZone::parse(zone).is_ok(), "{zone}");
            assert!(IanaTimeZone::of_city(city).is_ok(), "{city}");
        }
        for (zone, _) in FURTHER {
            assert!(IanaTimeZone::parse(zone).is_ok(), "{zone}");
        }
        for language in [Language::De, Language::En] {
            for city in IanaTimeZone::cities(language) {
                assert!(IanaTimeZone::of_city(&city).is_ok(), "{city}");
            }
        }
    }

    #[test]
    fn a_zone_is_shown_as_what_leads_back_to_it() {
        for name in super::names() {
            let zone = IanaTimeZone::parse(&name).unwrap();
            let city = zone.city(Language::De);
            assert_eq!(IanaTimeZone::of_city(&city), Ok(zone), "{city}");
        }
        let vienna = IanaTimeZone::parse("Europe/Vienna").unwrap();
        assert_eq!(vienna.city(Language::De), "Wien");
        assert_eq!(vienna.city(Language::En), "Vienna");
    }
}
