use std::{fmt::Write as _, io::Cursor};

use image::{DynamicImage, ImageFormat, Rgba, RgbaImage};

use super::{Bounds, DrawnImage, Encoding, ImageError, MAX_BYTES, draw};

const BOX: Bounds = Bounds {
    width: 480,
    height: 128,
};

fn one(file: &[u8]) -> Result<DrawnImage, ImageError> {
    draw(file, &[BOX]).map(|mut drawn| drawn.remove(0))
}

fn svg(content: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" \
         viewBox=\"0 0 60 20\">{content}</svg>"
    )
}

fn encoded(image: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image.into().write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

fn pixels(drawn: &DrawnImage) -> RgbaImage {
    image::load_from_memory(&drawn.bytes).unwrap().into_rgba8()
}

const RED: Rgba<u8> = Rgba([255, 0, 0, 255]);

#[test]
fn a_picture_is_made_smaller_and_never_larger() {
    let large = RgbaImage::from_pixel(960, 960, RED);
    let drawn = one(&encoded(large, ImageFormat::Png)).unwrap();
    assert_eq!((drawn.width, drawn.height), (128, 128));
    let small = RgbaImage::from_pixel(20, 10, RED);
    let drawn = one(&encoded(small, ImageFormat::Png)).unwrap();
    assert_eq!((drawn.width, drawn.height), (20, 10));
}

#[test]
fn an_svg_is_drawn_as_large_as_it_fits() {
    let drawn = one(svg("<rect width='60' height='20' fill='red'/>").as_bytes()).unwrap();
    assert_eq!((drawn.width, drawn.height), (384, 128));
    assert_eq!(drawn.encoding, Encoding::Png);
    assert_eq!(*pixels(&drawn).get_pixel(200, 60), RED);
}

#[test]
fn nothing_of_a_file_but_its_pixels_is_kept() {
    let hostile = svg(
        "<script>alert(1)</script><a xlink:href='javascript:alert(1)'><rect width='60' height='20' \
         fill='red' onclick='alert(1)'/></a><style>@import url(https://example.org/x.css);</style>",
    );
    let drawn = one(hostile.as_bytes()).unwrap();
    assert!(drawn.bytes.starts_with(b"\x89PNG"));
    let mut png = encoded(RgbaImage::from_pixel(8, 8, RED), ImageFormat::Png);
    png.extend(b"<script>alert(1)</script>");
    let drawn = one(&png).unwrap();
    assert!(!drawn.bytes.windows(7).any(|bytes| bytes == b"<script"));
}

#[test]
fn a_transparent_edge_has_no_dark_fringe() {
    let mut half = RgbaImage::new(960, 240);
    for (x, _, pixel) in half.enumerate_pixels_mut() {
        *pixel = if x < 477 { RED } else { Rgba([0, 0, 0, 0]) };
    }
    let drawn = one(&encoded(half, ImageFormat::Png)).unwrap();
    for Rgba([red, green, blue, alpha]) in pixels(&drawn).pixels() {
        assert!(*alpha < 16 || (*red > 250 && *green < 5 && *blue < 5));
    }
}

#[test]
fn what_would_be_missing_from_an_svg_is_refused() {
    for part in [
        "<text>IQ</text>",
        "<image href='data:image/png;base64,AAAA'/>",
        "<image href='file:///etc/passwd'/>",
        "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>IQ</p></foreignObject>",
        "<filter id='a'><feGaussianBlur stdDeviation='9'/></filter>",
        "<pattern id='a'/>",
    ] {
        let refused = one(svg(part).as_bytes()).unwrap_err();
        assert_eq!(refused, ImageError::UnsupportedElement, "{part}");
    }
    for part in ["", "<rect width='60' height='20' fill='none'/>"] {
        assert_eq!(one(svg(part).as_bytes()).unwrap_err(), ImageError::Empty);
    }
}

#[test]
fn an_svg_that_multiplies_itself_is_refused() {
    let mut uses = "<g id='a0'><rect width='1' height='1'/></g>".to_owned();
    for level in 1..12 {
        let repeated = format!("<use xlink:href='#a{}'/>", level - 1).repeat(10);
        write!(uses, "<g id='a{level}'>{repeated}</g>").unwrap();
    }
    let circle = "<g id='a'><use xlink:href='#a'/></g>".to_owned();
    let deep = format!("{}{}", "<g>".repeat(50), "</g>".repeat(50));
    let many = "<g/>".repeat(30_000);
    for part in [uses, circle, deep, many] {
        let refused = one(svg(&part).as_bytes()).unwrap_err();
        assert_eq!(refused, ImageError::TooComplex, "{part:.60}");
    }
}

#[test]
fn an_svg_whose_references_go_round_in_a_circle_is_refused() {
    let circle = |element: &str, refers: &dyn Fn(&str) -> String| {
        let next = |id: &str, other: &str| {
            let rect = format!("<rect width='9' height='9' {}/>", refers(other));
            format!("<{element} id='{id}'>{rect}</{element}>")
        };
        let circle = [next("a", "b"), next("b", "c"), next("c", "a")].concat();
        format!("{circle}<rect width='60' height='20' {}/>", refers("a"))
    };
    let classes = "<style>.a{clip-path:url(#a)} rect.b{clip-path:url( '#b' )} \
                   g .c, [class~=c]{fill:red;clip-path:url(#c)}</style>";
    for part in [
        circle("mask", &|id| format!("mask='url(#{id})'")),
        circle("mask", &|id| {
            format!("style='fill:red; mask : url(\"#{id}\")'")
        }),
        circle("clipPath", &|id| format!("clip-path=' url( #{id} )'")),
        format!(
            "{classes}{}",
            circle("clipPath", &|id| format!("class='x {id}'"))
        ),
        circle("g", &|id| format!("/><use href=' #{id}'")),
        "<radialGradient id='c' href='#b'/><linearGradient id='b' href='#c'/>\
         <linearGradient id='a' href='#b'/><rect width='9' height='9' fill='url(#a)'/>"
            .to_owned(),
    ] {
        let refused = one(svg(&part).as_bytes()).unwrap_err();
        assert_eq!(refused, ImageError::TooComplex, "{part}");
    }
    for part in [
        "<rect width='9' height='9' mask='inherit'/>",
        "<rect width='9' height='9' style='filter:blur(9px)'/>",
    ] {
        let refused = one(svg(part).as_bytes()).unwrap_err();
        assert_eq!(refused, ImageError::UnsupportedElement, "{part}");
    }
}

#[test]
fn an_svg_that_takes_long_to_draw_is_refused() {
    let mut masks = "<mask id='a0'><rect width='1' height='1'/></mask>".to_owned();
    for level in 1..12 {
        let masked = format!("<rect width='9' height='9' mask='url(#a{})'/>", level - 1);
        write!(masks, "<mask id='a{level}'>{}</mask>", masked.repeat(10)).unwrap();
    }
    let shape = |attributes: &str| format!("<rect width='60' height='20' {attributes}/>");
    let layers = shape("opacity='0.5'").repeat(5_000);
    let shapes = shape("fill='red'").repeat(5_000);
    let dashes = "<path d='M0 0H60' stroke='red' stroke-dasharray='0.00001'/>".to_owned();
    let outline = "1 1 ".repeat(100_000);
    let uses = "<use href='#a'/>".repeat(1_000);
    let outlines = format!("<polygon id='a' points='{outline}'/>{uses}");
    // Equal ids refer to the first element or to the last one.
    let equal = format!("<g id='a'>{}</g><g id='a'/>{uses}", "<g/>".repeat(1_000));
    for part in [masks, layers, shapes, dashes, outlines, equal] {
        let refused = one(svg(&part).as_bytes()).unwrap_err();
        assert_eq!(refused, ImageError::TooComplex, "{part:.60}");
    }
}

#[test]
fn a_logo_as_drawing_programs_write_it_is_drawn() {
    let shapes = "<circle cx='9' cy='9' r='2' class='b' opacity='.8'/>".repeat(100);
    let logo = svg(&format!(
        "<defs><style>.a{{clip-path:url(#clip)}} .b{{fill:url(#red);mix-blend-mode:multiply}}</style>\
         <clipPath id='clip'><use href='#box' style='overflow:visible'/></clipPath>\
         <rect id='box' width='60' height='20'/>\
         <linearGradient id='stops'><stop stop-color='red'/></linearGradient>\
         <linearGradient id='red' href='#stops' x1='0' x2='60'/>\
         <mask id='mask'><rect width='60' height='20' fill='white'/></mask></defs>\
         <g class='a'><rect width='60' height='20' fill='red' mask='url(#mask)' \
         style='filter:none'/>{shapes}</g>"
    ));
    let drawn = one(logo.as_bytes()).unwrap();
    assert_eq!(*pixels(&drawn).get_pixel(380, 4), RED);
}

#[test]
fn entities_do_not_expand_without_end() {
    let mut entities = "<!ENTITY a0 'x'>".to_owned();
    for level in 1..12 {
        let repeated = format!("&a{};", level - 1).repeat(10);
        write!(entities, "<!ENTITY a{level} '{repeated}'>").unwrap();
    }
    let bomb = format!("<!DOCTYPE svg [{entities}]>{}", svg("<g>&a11;</g>"));
    assert_eq!(one(bomb.as_bytes()).unwrap_err(), ImageError::Unreadable);
    let outside = format!(
        "<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>{}",
        svg("<g>&a;</g>")
    );
    assert!(one(outside.as_bytes()).is_err());
}

#[test]
fn a_file_that_unpacks_to_too_many_pixels_is_refused() {
    let black = DynamicImage::new_luma8(5_000, 5_000);
    let bomb = encoded(black, ImageFormat::Png);
    assert!(bomb.len() < MAX_BYTES, "{} bytes", bomb.len());
    let refused = one(&bomb).unwrap_err();
    assert_eq!(refused, ImageError::TooManyPixels { most: 4_000 });
}

#[test]
fn other_files_are_refused() {
    let png = encoded(RgbaImage::from_pixel(64, 64, RED), ImageFormat::Png);
    for (file, refused) in [
        (&b"GIF89a\x01\x00\x01\x00"[..], ImageError::OtherFormat),
        (b"%PDF-1.7", ImageError::OtherFormat),
        (b"", ImageError::OtherFormat),
        (b"<html><body>IQ</body></html>", ImageError::OtherFormat),
        (b"<svg", ImageError::Unreadable),
        (&png[..40], ImageError::Unreadable),
        (&vec![0; MAX_BYTES + 1], ImageError::TooLarge),
    ] {
        assert_eq!(one(file).unwrap_err(), refused, "{file:.20?}");
    }
}

#[test]
fn a_photograph_stays_a_jpeg() {
    let photo = DynamicImage::new_rgb8(2_000, 1_000);
    let drawn = one(&encoded(photo, ImageFormat::Jpeg)).unwrap();
    assert_eq!((drawn.width, drawn.height), (256, 128));
    assert_eq!(drawn.encoding, Encoding::Jpeg);
    assert_eq!(drawn.encoding.media_type(), "image/jpeg");
}
