//! The files a page loads. They are in the binary, already compressed, and their path holds a hash of
//! their bytes: what a browser has once, it never asks for again.

use axum::{
    Router,
    extract::Path,
    response::{IntoResponse as _, Response},
    routing::get,
};
use http::{
    HeaderMap, HeaderName, HeaderValue, StatusCode,
    header::{
        ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY,
    },
};

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// One embedded file.
struct Asset {
    name: &'static str,
    /// The whole path it is served at: `/assets/<hash>/<name>`.
    path: &'static str,
    hash: &'static str,
    content_type: &'static str,
    plain: &'static [u8],
    brotli: Option<&'static [u8]>,
    gzip: Option<&'static [u8]>,
}

/// Routes `/assets/…`, and the two paths that browsers and crawlers ask for unbidden.
pub fn router() -> Router {
    Router::new()
        .route("/assets/{hash}/{*file}", get(hashed))
        .route("/favicon.ico", get(favicon))
        .route("/robots.txt", get(robots))
}

/// The path of the embedded file with this name, if the binary carries it.
pub fn path_of(name: &str) -> Option<&'static str> {
    named(name).map(|asset| asset.path)
}

fn named(name: &str) -> Option<&'static Asset> {
    EMBEDDED.iter().find(|asset| asset.name == name)
}

async fn hashed(Path((hash, file)): Path<(String, String)>, asked: HeaderMap) -> Response {
    match named(&file).filter(|asset| asset.hash == hash) {
        Some(asset) => serve(asset, &asked, "public, max-age=31536000, immutable"),
        // A page of another version asks: its answer must not be remembered.
        None => (StatusCode::NOT_FOUND, [(CACHE_CONTROL, "no-store")]).into_response(),
    }
}

async fn favicon(asked: HeaderMap) -> Response {
    match named("mark.svg") {
        Some(mark) => serve(mark, &asked, "public, max-age=86400"),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

async fn robots() -> Response {
    (
        [
            (CONTENT_TYPE, "text/plain; charset=utf-8"),
            (CACHE_CONTROL, "public, max-age=86400"),
        ],
        include_str!("assets/robots.txt"),
    )
        .into_response()
}

fn serve(asset: &Asset, asked: &HeaderMap, caching: &'static str) -> Response {
    let (bytes, encoding) = smallest_accepted(asset, asked);
    // Each encoding is another sequence of bytes, so it has a tag of its own (RFC 9110 §8.8.3.3).
    let tag = match encoding {
        Some(encoding) => format!("\"{}-{encoding}\"", asset.hash),
        None => format!("\"{}\"", asset.hash),
    };
    let mut headers = HeaderMap::with_capacity(6);
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(caching));
    headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
    let unchanged = names_tag(asked, &tag);
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        headers.insert(ETAG, tag);
    }
    if unchanged {
        return (StatusCode::NOT_MODIFIED, headers).into_response();
    }
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(asset.content_type));
    if let Some(encoding) = encoding {
        headers.insert(CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    (headers, bytes).into_response()
}

fn smallest_accepted(asset: &Asset, asked: &HeaderMap) -> (&'static [u8], Option<&'static str>) {
    if let Some(bytes) = asset.brotli.filter(|_| accepts(asked, "br")) {
        (bytes, Some("br"))
    } else if let Some(bytes) = asset.gzip.filter(|_| accepts(asked, "gzip")) {
        (bytes, Some("gzip"))
    } else {
        (asset.plain, None)
    }
}

/// Whether the client takes this coding: named, and not with the weight zero (RFC 9110 §12.5.3).
fn accepts(asked: &HeaderMap, coding: &str) -> bool {
    list(asked, ACCEPT_ENCODING).any(|entry| {
        let mut parts = entry.split(';').map(str::trim);
        let named = parts
            .next()
            .is_some_and(|name| name.eq_ignore_ascii_case(coding));
        let refused = parts
            .filter_map(|parameter| parameter.strip_prefix("q="))
            .any(|weight| weight.parse() == Ok(0.0_f32));
        named && !refused
    })
}

fn names_tag(asked: &HeaderMap, tag: &str) -> bool {
    list(asked, IF_NONE_MATCH)
        .any(|known| known == "*" || known.strip_prefix("W/").unwrap_or(known) == tag)
}

fn list(headers: &HeaderMap, name: HeaderName) -> impl Iterator<Item = &str> {
    headers
        .get_all(name)
        .into_iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asking(name: HeaderName, value: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(name, HeaderValue::from_static(value))])
    }

    const STYLE: &Asset = &Asset {
        name: "style.css",
        path: "/assets/0123/style.css",
        hash: "0123",
        content_type: "text/css",
        plain: b"as it is",
        brotli: Some(b"smallest"),
        gzip: Some(b"smaller"),
    };

    #[test]
    fn a_coding_with_weight_zero_is_refused() {
        let asked = asking(ACCEPT_ENCODING, "gzip, br;q=0");
        assert!(accepts(&asked, "gzip"));
        assert!(!accepts(&asked, "br"));
        assert!(accepts(&asking(ACCEPT_ENCODING, "BR;q=0.5"), "br"));
    }

    #[test]
    fn who_names_no_coding_gets_the_plain_bytes() {
        let answer = serve(STYLE, &HeaderMap::new(), "no-store");
        assert!(answer.headers().get(CONTENT_ENCODING).is_none());
    }

    #[test]
    fn brotli_is_preferred() {
        let answer = serve(
            STYLE,
            &asking(ACCEPT_ENCODING, "gzip, deflate, br"),
            "no-store",
        );
        assert_eq!(answer.headers()[CONTENT_ENCODING], "br");
    }

    #[test]
    fn what_is_known_is_not_sent_again() {
        let first = serve(STYLE, &HeaderMap::new(), "no-store");
        let tag = first.headers()[ETAG].clone();
        let asked = HeaderMap::from_iter([(IF_NONE_MATCH, tag)]);
        let second = serve(STYLE, &asked, "no-store");
        assert_eq!(second.status(), StatusCode::NOT_MODIFIED);
    }

    #[test]
    fn the_tag_of_another_coding_is_another_tag() {
        let compressed = serve(STYLE, &asking(ACCEPT_ENCODING, "br"), "no-store");
        let tag = compressed.headers()[ETAG].clone();
        let plain = serve(
            STYLE,
            &HeaderMap::from_iter([(IF_NONE_MATCH, tag)]),
            "no-store",
        );
        assert_eq!(plain.status(), StatusCode::OK);
    }

    #[tokio::test]
    async fn an_old_hash_is_not_found_and_not_remembered() {
        let path = Path(("0000".to_owned(), "treffpunkt.css".to_owned()));
        let answer = hashed(path, HeaderMap::new()).await;
        assert_eq!(answer.status(), StatusCode::NOT_FOUND);
        assert_eq!(answer.headers()[CACHE_CONTROL], "no-store");
    }
}
