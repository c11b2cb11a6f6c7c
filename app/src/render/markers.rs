//! Hydration markers.

/// Removes Leptos' hydration markers (`<!>`) outside of islands. Only islands hydrate, and a marker in a title or
/// text area is visible. Typed text cannot contain a marker, because `<` is escaped.
pub(super) fn strip_markers(html: &str) -> String {
    const MARKER: &str = "<!>";
    let mut out = String::with_capacity(html.len());
    let mut in_island = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (text, tag) = rest.split_at(at);
        out.push_str(text);
        rest = match tag.strip_prefix(MARKER) {
            Some(after) if in_island.last() != Some(&true) => after,
            _ => {
                if tag.starts_with("<leptos-island") {
                    in_island.push(true);
                } else if tag.starts_with("<leptos-children") {
                    in_island.push(false);
                } else if tag.starts_with("</leptos-island") || tag.starts_with("</leptos-children")
                {
                    in_island.pop();
                }
                out.push('<');
                &tag[1..]
            }
        };
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::strip_markers;

    #[test]
    fn markers_stay_only_in_islands() {
        assert_eq!(
            strip_markers("<title>Treffen<!></title><p>a<!>b</p>"),
            "<title>Treffen</title><p>ab</p>"
        );
        assert_eq!(
            strip_markers(
                "<p>a<!></p><leptos-island data-component=\"X\"><b>c<!></b>\
                 <leptos-children><i>d<!></i></leptos-children><!></leptos-island><!>"
            ),
            "<p>a</p><leptos-island data-component=\"X\"><b>c<!></b>\
             <leptos-children><i>d</i></leptos-children><!></leptos-island>"
        );
    }
}
