//! Addresses as mail programs and spreadsheets copy them.

/// The address in a cell: that of *Ina Jot <ij@t.example>* and *mailto:kl@t.example*, or the cell itself.
pub(crate) fn address_in(cell: &str) -> &str {
    let cell = cell.trim_end_matches([';', ',']).trim();
    let named = cell
        .strip_suffix('>')
        .and_then(|cell| cell.rsplit_once('<'));
    let address = named.map_or(cell, |(_, address)| address).trim();
    match address.split_at_checked("mailto:".len()) {
        Some((scheme, rest)) if scheme.eq_ignore_ascii_case("mailto:") => {
            // Links may say more, such as a subject.
            rest.split('?').next().unwrap_or(rest)
        }
        _ => address,
    }
}

#[cfg(test)]
mod tests {
    use super::address_in;

    #[test]
    fn an_address_is_found_in_what_programs_copy() {
        for (cell, address) in [
            ("ij@t.example", "ij@t.example"),
            ("Ina Jot <ij@t.example>", "ij@t.example"),
            ("\"Jot, Ina\" <ij@t.example>;", "ij@t.example"),
            ("mailto:kl@t.example", "kl@t.example"),
            ("<MAILTO:kl@t.example?subject=x>", "kl@t.example"),
            ("keine", "keine"),
            ("", ""),
        ] {
            assert_eq!(address_in(cell), address, "{cell}");
        }
    }
}
