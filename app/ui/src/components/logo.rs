//! Logos of a network and of those who fund it.

use leptos::prelude::*;
use model::{Logo, LogoImage};

use crate::{paths::logo_path, text::t};

/// The image of a logo.
#[component]
pub fn LogoImg(
    logo: Logo,
    /// Whether its name stands beside it, so that the image needs no alternative.
    #[prop(optional)]
    is_decorative: bool,
) -> impl IntoView {
    let alt = if is_decorative {
        String::new()
    } else {
        logo.name.to_string()
    };
    view! { <Picture image=logo.small alt/> }
}

/// An uploaded picture.
#[component]
pub fn Picture(
    image: LogoImage,
    /// Its text alternative. Empty if the words beside it say the same.
    #[prop(optional)]
    alt: String,
) -> impl IntoView {
    // The image is drawn for two pixels per CSS pixel. With its size, nothing moves when it arrives.
    let size = |pixels: u32| pixels.div_ceil(2).to_string();
    view! {
        <img
            class="logo"
            src=logo_path(&image)
            width=size(image.width)
            height=size(image.height)
            alt=alt
        />
    }
}

/// Logos in a row, each with its link.
#[component]
pub fn LogoRow(logos: Vec<Logo>) -> impl IntoView {
    let logos: Vec<_> = logos
        .into_iter()
        .map(|logo| {
            let link = logo.link.as_ref().map(ToString::to_string);
            let image = view! { <LogoImg logo/> };
            match link {
                Some(link) => view! { <li><a href=link rel="noopener">{image}</a></li> }.into_any(),
                None => view! { <li>{image}</li> }.into_any(),
            }
        })
        .collect();
    (!logos.is_empty())
        .then(|| view! { <ul class="logos" aria-label=t!("logos-of-funders")>{logos}</ul> })
}
