//! What somebody is shown when a request failed outside of any page: a sentence in both languages,
//! and the id under which the log has it.

use axum::response::{IntoResponse, Response};
use http::{
    HeaderValue, StatusCode,
    header::{CACHE_CONTROL, CONTENT_TYPE},
};

use crate::assets;

/// How the client wants to be answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A browser that opens a page.
    Page,
    /// A script, an image tag, a command line.
    Line,
}

/// The sentences for a status that a layer can answer with, in German and English.
fn sentences(status: StatusCode) -> [&'static str; 2] {
    match status {
        StatusCode::BAD_REQUEST => [
            "Diese Anfrage ist nicht zu verstehen.",
            "This request cannot be understood.",
        ],
        StatusCode::FORBIDDEN => [
            "Diese Anfrage kam von einer fremden Seite und wurde nicht ausgeführt. Öffnen Sie die Seite neu und versuchen Sie es noch einmal.",
            "This request came from a foreign page and was not carried out. Open the page again and try once more.",
        ],
        StatusCode::NOT_FOUND => ["Hier gibt es nichts.", "There is nothing here."],
        StatusCode::METHOD_NOT_ALLOWED => [
            "Diese Adresse lässt sich so nicht aufrufen.",
            "This address cannot be used in this way.",
        ],
        StatusCode::REQUEST_TIMEOUT | StatusCode::GATEWAY_TIMEOUT => [
            "Das hat zu lange gedauert. Bitte versuchen Sie es noch einmal.",
            "This took too long. Please try again.",
        ],
        StatusCode::PAYLOAD_TOO_LARGE => [
            "Das ist mehr, als hier angenommen wird.",
            "This is more than is accepted here.",
        ],
        StatusCode::SERVICE_UNAVAILABLE => [
            "Gerade ist zu viel los. Bitte versuchen Sie es in einer Minute noch einmal.",
            "There is too much going on right now. Please try again in a minute.",
        ],
        _ => [
            "Da ist etwas schiefgegangen. Der Fehler liegt bei uns und ist festgehalten.",
            "Something went wrong. The fault is ours and has been recorded.",
        ],
    }
}

/// Gives a refusal without words its words; any other answer stays as it is.
pub fn explain(answer: Response, id: &str, form: Form) -> Response {
    let status = answer.status();
    let failed = status.is_client_error() || status.is_server_error();
    // The limit on bodies answers with a line of its own.
    let wordless =
        !answer.headers().contains_key(CONTENT_TYPE) || status == StatusCode::PAYLOAD_TOO_LARGE;
    if !failed || !wordless {
        return answer;
    }
    let (content_type, text) = match form {
        Form::Page => ("text/html; charset=utf-8", page(status, id)),
        Form::Line => ("text/plain; charset=utf-8", line(status, id)),
    };
    let mut explained = (status, text).into_response();
    let headers = explained.headers_mut();
    for (name, value) in answer.headers() {
        if name != http::header::CONTENT_LENGTH {
            headers.insert(name, value.clone());
        }
    }
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    explained
}

fn line(status: StatusCode, id: &str) -> String {
    let [_, english] = sentences(status);
    format!("{english} ({}, {id})\n", status.as_u16())
}

fn page(status: StatusCode, id: &str) -> String {
    let [german, english] = sentences(status);
    let style = assets::path_of("treffpunkt.css").unwrap_or_default();
    let code = status.as_u16();
    format!(
        r#"<!doctype html>
<html lang="de">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{code} · Treffpunkt</title><link rel="stylesheet" href="{style}"></head>
<body><main class="page"><h1>{german}</h1><p lang="en">{english}</p><p><a href="/">Zur Startseite</a> · <a href="/" lang="en">To the front page</a></p><p><small>{code} · {id}</small></p></main></body>
</html>
"#
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn text_of(answer: Response) -> String {
        let bytes = axum::body::to_bytes(answer.into_body(), 1 << 16)
            .await
            .unwrap();
        String::from_utf8(bytes.to_vec()).unwrap()
    }

    #[tokio::test]
    async fn a_failure_without_words_gets_a_page_with_its_id() {
        let answer = explain(
            StatusCode::INTERNAL_SERVER_ERROR.into_response(),
            "018f",
            Form::Page,
        );
        assert_eq!(answer.status(), StatusCode::INTERNAL_SERVER_ERROR);
        assert_eq!(answer.headers()[CACHE_CONTROL], "no-store");
        let page = text_of(answer).await;
        assert!(
            page.contains("018f") && page.contains("schiefgegangen"),
            "{page}"
        );
    }

    #[tokio::test]
    async fn a_script_gets_one_line() {
        let refused = explain(StatusCode::FORBIDDEN.into_response(), "018f", Form::Line);
        assert_eq!(text_of(refused).await.lines().count(), 1);
    }

    #[tokio::test]
    async fn a_page_that_says_what_is_wrong_is_left_alone() {
        let told = (StatusCode::NOT_FOUND, "No such event.").into_response();
        assert_eq!(
            text_of(explain(told, "018f", Form::Page)).await,
            "No such event."
        );
    }

    #[tokio::test]
    async fn what_a_layer_says_in_headers_is_kept() {
        let busy = (StatusCode::SERVICE_UNAVAILABLE, [("retry-after", "5")]).into_response();
        assert_eq!(
            explain(busy, "018f", Form::Page).headers()["retry-after"],
            "5"
        );
    }
}
