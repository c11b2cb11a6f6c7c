//! The body of an error response from outside of `app`: a sentence in both languages and the request id.

use axum::response::{IntoResponse, Response};
use http::{
    HeaderValue, StatusCode,
    header::{CACHE_CONTROL, CONTENT_TYPE},
};

use crate::assets;

/// The format of the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorFormat {
    /// For a browser that opens a page.
    Html,
    /// For scripts and command lines.
    PlainText,
}

/// The sentences for the status of a layer, in German and English.
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
            "Das ist zu groß: Hier werden höchstens 12 MB angenommen. Gehen Sie im Browser zurück und wählen Sie eine kleinere Datei, oder teilen Sie die Tabelle auf.",
            "This is too large: at most 12 MB are accepted here. Go back in your browser and choose a smaller file, or split the table up.",
        ],
        StatusCode::TOO_MANY_REQUESTS => [
            "Von Ihrem Anschluss kommt gerade zu viel auf einmal. Bitte versuchen Sie es in einer Minute noch einmal.",
            "Too much is coming from your connection at once. Please try again in a minute.",
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

/// Adds a body to an error response without one. Returns any other response unchanged.
pub fn fill_empty_error(response: Response, id: &str, format: ErrorFormat) -> Response {
    let status = response.status();
    let is_error = status.is_client_error() || status.is_server_error();
    let is_empty = !response.headers().contains_key(CONTENT_TYPE);
    if !is_error || !is_empty {
        return response;
    }
    let (content_type, text) = match format {
        ErrorFormat::Html => ("text/html; charset=utf-8", page(status, id)),
        ErrorFormat::PlainText => ("text/plain; charset=utf-8", line(status, id)),
    };
    let mut filled = (status, text).into_response();
    let headers = filled.headers_mut();
    for (name, value) in response.headers() {
        if name != http::header::CONTENT_LENGTH {
            headers.insert(name, value.clone());
        }
    }
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    filled
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

    async fn text_of(response: Response) -> String {
        let bytes = axum::body::to_bytes(response.into_body(), 1 << 16)
            .await
            .unwrap();
        String::from_utf8(bytes.to_vec()).unwrap()
    }

    #[tokio::test]
    async fn an_empty_error_gets_a_page_with_the_request_id() {
        let response = fill_empty_error(
            StatusCode::INTERNAL_SERVER_ERROR.into_response(),
            "018f",
            ErrorFormat::Html,
        );
        assert_eq!(response.status(), StatusCode::INTERNAL_SERVER_ERROR);
        assert_eq!(response.headers()[CACHE_CONTROL], "no-store");
        let page = text_of(response).await;
        assert!(
            page.contains("018f") && page.contains("schiefgegangen"),
            "{page}"
        );
    }

    #[tokio::test]
    async fn a_script_gets_one_line() {
        let refused = fill_empty_error(
            StatusCode::FORBIDDEN.into_response(),
            "018f",
            ErrorFormat::PlainText,
        );
        assert_eq!(text_of(refused).await.lines().count(), 1);
    }

    #[tokio::test]
    async fn an_error_with_a_body_is_unchanged() {
        let told = (StatusCode::NOT_FOUND, "No such event.").into_response();
        assert_eq!(
            text_of(fill_empty_error(told, "018f", ErrorFormat::Html)).await,
            "No such event."
        );
    }

    #[tokio::test]
    async fn the_headers_of_a_layer_are_kept() {
        let busy = (StatusCode::SERVICE_UNAVAILABLE, [("retry-after", "5")]).into_response();
        assert_eq!(
            fill_empty_error(busy, "018f", ErrorFormat::Html).headers()["retry-after"],
            "5"
        );
    }
}
