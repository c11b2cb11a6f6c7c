//! Keeps rendered texts, so that each version of a text is rendered once while people read it.

use std::{
    collections::HashMap,
    mem,
    sync::{Arc, Mutex, PoisonError},
};

/// The most bytes of one generation, of texts and of their HTML.
const MAX_BYTES: usize = 4 * 1024 * 1024;

/// The rendered texts, in two generations. When the younger one is full, it replaces the older one, so what was
/// read lately stays.
#[derive(Debug, Default)]
pub struct HtmlCache(Mutex<Generations>);

#[derive(Debug, Default)]
struct Generations {
    young: HashMap<Key, Arc<str>>,
    old: HashMap<Key, Arc<str>>,
    /// The bytes of the younger generation.
    bytes: usize,
}

/// The level of the first heading, and the text.
type Key = (usize, Arc<str>);

impl HtmlCache {
    /// The HTML of a text, rendered if it is not stored.
    pub fn get_or_render(
        &self,
        first: usize,
        markdown: &str,
        render: impl FnOnce() -> String,
    ) -> Arc<str> {
        let key = (first, Arc::from(markdown));
        if let Some(html) = self.generations(|generations| generations.get(&key)) {
            return html;
        }
        let html: Arc<str> = render().into();
        self.generations(|generations| generations.insert(key, Arc::clone(&html)));
        html
    }

    fn generations<T>(&self, with: impl FnOnce(&mut Generations) -> T) -> T {
        with(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Generations {
    fn get(&mut self, key: &Key) -> Option<Arc<str>> {
        if let Some(html) = self.young.get(key) {
            return Some(Arc::clone(html));
        }
        let (key, html) = self.old.remove_entry(key)?;
        self.insert(key, Arc::clone(&html));
        Some(html)
    }

    fn insert(&mut self, key: Key, html: Arc<str>) {
        let bytes = key.1.len() + html.len();
        if bytes > MAX_BYTES {
            return;
        }
        if self.bytes + bytes > MAX_BYTES {
            self.old = mem::take(&mut self.young);
            self.bytes = 0;
        }
        if self.young.insert(key, html).is_none() {
            self.bytes += bytes;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{HtmlCache, MAX_BYTES};

    /// Whether a text was rendered.
    fn renders(cache: &HtmlCache, text: &str) -> bool {
        let mut rendered = false;
        cache.get_or_render(3, text, || {
            rendered = true;
            "a".repeat(MAX_BYTES / 10)
        });
        rendered
    }

    #[test]
    fn a_text_is_rendered_once_while_it_is_read() {
        let cache = HtmlCache::default();
        assert!(renders(&cache, "read"));
        for other in 0..100 {
            assert!(renders(&cache, &other.to_string()));
            assert!(!renders(&cache, "read"));
        }
        assert!(renders(&cache, "0"), "it was not read lately");
        let generations = cache.0.lock().unwrap();
        assert!(generations.young.len() + generations.old.len() <= 20);
    }
}
