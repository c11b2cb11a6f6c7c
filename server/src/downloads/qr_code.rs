//! QR codes: of an event's public page, for screens (SVG) and posters (SVG, PNG), and of a café's screen and tables.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use app::{Download, Downloads, revalidate};
use axum::{
    extract::{Path, Query, Request, State},
    response::{IntoResponse as _, Response},
};
use http::{HeaderValue, header};
use model::EventId;
use planner::{PlannerError, Token, access::ScreenAccess};
use qrcode::{Color, EcLevel, QrCode, render::svg};
use serde::Deserialize;
use ui::error::AppError;

/// Pixels of one module of the PNG. A code of 37 modules is printed sharply up to 9 cm at 200 dpi.
const MODULE_PIXELS: usize = 16;

/// Modules that stay white around the code (ISO/IEC 18004 §6.3.8).
const QUIET_ZONE: usize = 4;

/// Whether the code is shown on a page or kept as a file.
#[derive(Debug, Deserialize)]
pub struct CodeQuery {
    #[serde(default)]
    download: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Svg,
    Png,
}

/// `/organise/events/{event}/qr.svg`, for members of the event's network.
pub async fn svg(
    downloads: State<Downloads>,
    event: Path<String>,
    query: Query<CodeQuery>,
    request: Request,
) -> Response {
    code(Format::Svg, downloads, event, query, request).await
}

/// `/organise/events/{event}/qr.png`, for members of the event's network.
pub async fn png(
    downloads: State<Downloads>,
    event: Path<String>,
    query: Query<CodeQuery>,
    request: Request,
) -> Response {
    code(Format::Png, downloads, event, query, request).await
}

/// `/screen/{token}/qr.svg`, for whoever has the link.
pub async fn screen(
    State(downloads): State<Downloads>,
    Path(token): Path<String>,
    request: Request,
) -> Response {
    downloads
        .answer(request, async move |planner, visit| {
            let access = ScreenAccess::new(&token, &visit.client);
            planner.plan_of_screen(&access).await?;
            let address = planner.link(&format!("/screen/{token}"));
            let bytes = svg_of(&address).map_err(PlannerError::internal)?;
            Ok(answer("image/svg+xml", "qr.svg".to_owned(), bytes, false))
        })
        .await
}

/// `/table/{token}/qr.svg`, for whoever has the link. It says nothing about whether the link works.
pub async fn table(
    State(downloads): State<Downloads>,
    Path(token): Path<String>,
    request: Request,
) -> Response {
    downloads
        .answer(request, async move |planner, _| {
            let token = Token::parse(&token).ok_or(AppError::NotFound)?;
            let address = planner.link(&format!("/table/{}", token.reveal()));
            let bytes = svg_of(&address).map_err(PlannerError::internal)?;
            let name = "table-qr.svg".to_owned();
            Ok(answer("image/svg+xml", name, bytes, false))
        })
        .await
}

async fn code(
    format: Format,
    State(downloads): State<Downloads>,
    Path(event): Path<String>,
    Query(query): Query<CodeQuery>,
    request: Request,
) -> Response {
    let if_none_match = request.headers().get(header::IF_NONE_MATCH).cloned();
    let response = downloads
        .answer(request, async move |planner, visit| {
            let event: EventId = event.parse().map_err(|_| AppError::NotFound)?;
            let access = visit.signed_in()?.reads_event(event);
            let event = planner.shared_event(&access).await?;
            let address = planner.event_page(&event);
            let (content_type, ending, bytes) = match format {
                Format::Svg => ("image/svg+xml", "svg", svg_of(&address)),
                Format::Png => ("image/png", "png", png_of(&address)),
            };
            let bytes = bytes.map_err(PlannerError::internal)?;
            let name = format!("{}-qr.{ending}", event.slug);
            Ok(answer(content_type, name, bytes, query.download.is_some()))
        })
        .await;
    revalidate(if_none_match.as_ref(), response)
}

/// The file, to be kept by the browser of whoever may see it, and asked for again each time.
fn answer(content_type: &'static str, name: String, bytes: Vec<u8>, is_download: bool) -> Response {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    let tag = HeaderValue::try_from(format!("W/\"{:016x}\"", hasher.finish()));
    let mut response = Download {
        content_type,
        name,
        bytes,
    }
    .into_response();
    let headers = response.headers_mut();
    headers.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("private, no-cache"),
    );
    headers.extend(tag.ok().map(|tag| (header::ETAG, tag)));
    if !is_download {
        headers.insert(
            header::CONTENT_DISPOSITION,
            HeaderValue::from_static("inline"),
        );
    }
    response
}

#[derive(Debug, thiserror::Error)]
enum CodeError {
    #[error("the address does not fit into a QR code")]
    TooLong(#[from] qrcode::types::QrError),
    #[error("the PNG cannot be written")]
    Png(#[from] png::EncodingError),
}

fn encode(address: &str) -> Result<QrCode, CodeError> {
    Ok(QrCode::with_error_correction_level(address, EcLevel::M)?)
}

fn svg_of(address: &str) -> Result<Vec<u8>, CodeError> {
    let code = encode(address)?;
    let image = code
        .render::<svg::Color<'_>>()
        .quiet_zone(true)
        .module_dimensions(8, 8)
        .build();
    Ok(image.into_bytes())
}

/// Black on white, one bit for each pixel.
fn png_of(address: &str) -> Result<Vec<u8>, CodeError> {
    let code = encode(address)?;
    let modules = code.width() + 2 * QUIET_ZONE;
    let pixels = modules * MODULE_PIXELS;
    let is_white = |row: usize, column: usize| {
        let inside = |place: usize| {
            place
                .checked_sub(QUIET_ZONE)
                .filter(|at| *at < code.width())
        };
        match inside(column).zip(inside(row)) {
            Some(module) => code[module] == Color::Light,
            None => true,
        }
    };
    let mut data = Vec::with_capacity(pixels * pixels.div_ceil(8));
    for row in 0..modules {
        // A module is two bytes wide.
        let line: Vec<u8> = (0..modules)
            .flat_map(|column| [if is_white(row, column) { 0xff } else { 0 }; MODULE_PIXELS / 8])
            .collect();
        for _ in 0..MODULE_PIXELS {
            data.extend_from_slice(&line);
        }
    }
    let mut file = Vec::new();
    let side = u32::try_from(pixels).unwrap_or(u32::MAX);
    let mut encoder = png::Encoder::new(&mut file, side, side);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::One);
    encoder.write_header()?.write_image_data(&data)?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::{png_of, svg_of};

    const ADDRESS: &str = "https://treffpunkt.example/events/landesweites-netzwerktreffen";

    #[test]
    fn the_png_is_square_and_has_a_white_edge() {
        let bytes = png_of(ADDRESS).unwrap();
        let mut reader = png::Decoder::new(std::io::Cursor::new(bytes))
            .read_info()
            .unwrap();
        let mut data = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut data).unwrap();
        assert_eq!(info.width, info.height);
        assert!(data[..info.line_size].iter().all(|byte| *byte == 0xff));
        assert!(data.contains(&0));
    }

    #[test]
    fn the_svg_is_one_picture_without_scripts_or_links() {
        let image = String::from_utf8(svg_of(ADDRESS).unwrap()).unwrap();
        assert!(image.contains("<svg"));
        assert!(!image.contains("<script") && !image.contains("href"));
    }
}
