//! Parses the fields of a form.

use serde::de::DeserializeOwned;

/// Parses a form from `application/x-www-form-urlencoded`. `None` if the fields do not fit it.
///
/// Names nest: `contingents[0][seats]`, `topics[]`, `answers[<id>]`.
pub fn parse_form<F: DeserializeOwned>(body: &str) -> Option<F> {
    serde_qs::Config::new()
        // Browsers percent-encode brackets.
        .use_form_encoding(true)
        .deserialize_str(body)
        // The error is not logged: it quotes what was typed.
        .inspect_err(|_| tracing::info!("a form could not be parsed"))
        .ok()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::Deserialize;

    use super::parse_form;

    #[derive(Debug, Default, PartialEq, Deserialize)]
    #[serde(default)]
    struct Form {
        title: String,
        public: Option<String>,
        topics: Vec<String>,
        contingents: Vec<Contingent>,
        answers: BTreeMap<String, String>,
    }

    #[derive(Debug, Default, PartialEq, Deserialize)]
    #[serde(default)]
    struct Contingent {
        seats: String,
    }

    #[test]
    fn nested_names_and_lists_of_one_are_read() {
        let form: Form = parse_form(
            "title=N%C3%A4he+%26+Ferne&topics%5B%5D=a&contingents%5B1%5D%5Bseats%5D=6\
             &contingents%5B0%5D%5Bseats%5D=5&answers%5B0198c0de-0000-7000-8000-000000000001%5D=vegan",
        )
        .unwrap();
        assert_eq!(form.title, "Nähe & Ferne");
        assert_eq!(form.public, None);
        assert_eq!(form.topics, ["a"]);
        let seats: Vec<_> = form.contingents.iter().map(|c| c.seats.as_str()).collect();
        assert_eq!(seats, ["5", "6"]);
        assert_eq!(
            form.answers["0198c0de-0000-7000-8000-000000000001"],
            "vegan"
        );
    }

    #[test]
    fn an_empty_body_is_an_empty_form() {
        assert_eq!(parse_form::<Form>(""), Some(Form::default()));
    }

    #[test]
    fn what_is_no_form_is_refused() {
        assert_eq!(
            parse_form::<Form>("title[a][b][c][d][e][f][g][h]=x&title=y"),
            None
        );
    }
}
