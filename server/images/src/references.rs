//! The references inside an SVG, followed before it is drawn.
//!
//! usvg resolves references recursively. It does not end on most circles, and a small file can refer to the same
//! elements very often.

use std::collections::HashMap;

use resvg::usvg::roxmltree::{Document, Node};
use simplecss::{
    AttributeOperator, Declaration, DeclarationTokenizer, Element, PseudoClass, StyleSheet,
};

use crate::{ImageError, MAX_BYTES};

/// The most elements, each counted as often as it is referred to.
const MAX_ELEMENTS: u32 = 10_000;

/// The most bytes of attributes, counted in the same way. Outlines of shapes are attributes.
const MAX_ATTRIBUTE_BYTES: usize = 4 * MAX_BYTES;

/// How deep elements may be nested, by references as well. Each level may need a layer of its own.
const MAX_DEPTH: u32 = 40;

/// The most rules of style sheets. Each is matched with each element.
const MAX_RULES: usize = 1_000;

/// Elements that take what another element contains, by `href`.
const LINKING: [&str; 3] = ["use", "linearGradient", "radialGradient"];

/// Properties that draw another element for each element that has them.
const REFERRING: [&str; 2] = ["clip-path", "mask"];

/// A property that computes pixels anew. It needs no element: `blur(9px)`.
const FILTER: &str = "filter";

/// Counts elements as often as they are drawn.
pub struct References<'a, 'input> {
    /// usvg takes the first of equal ids for some references, and the last for others. All are counted.
    by_id: HashMap<&'a str, Vec<Node<'a, 'input>>>,
    style: StyleSheet<'a>,
    elements_left: u32,
    attribute_bytes_left: usize,
}

impl<'a, 'input> References<'a, 'input> {
    pub fn of(document: &'a Document<'input>) -> Self {
        let mut by_id = HashMap::<_, Vec<_>>::new();
        let mut style = StyleSheet::new();
        for node in document.descendants() {
            if let Some(id) = node.attribute("id") {
                by_id.entry(id).or_default().push(node);
            }
            if let Some(text) = node.text().filter(|_| node.has_tag_name("style")) {
                style.parse_more(text);
            }
        }
        Self {
            by_id,
            style,
            elements_left: MAX_ELEMENTS,
            attribute_bytes_left: MAX_ATTRIBUTE_BYTES,
        }
    }

    /// Fails if the elements below the root are too many or too deep.
    pub fn check(mut self, root: Node<'a, 'input>) -> Result<(), ImageError> {
        if self.style.rules.len() > MAX_RULES {
            return Err(ImageError::TooComplex);
        }
        self.style.rules.retain(|rule| {
            let mut names = rule.declarations.iter().map(|declaration| declaration.name);
            names.any(is_checked)
        });
        self.count(root, 0)
    }

    fn count(&mut self, node: Node<'a, 'input>, depth: u32) -> Result<(), ImageError> {
        let bytes = node.attributes().map(|attribute| attribute.value().len());
        let elements_left = self.elements_left.checked_sub(1);
        let attribute_bytes_left = self.attribute_bytes_left.checked_sub(bytes.sum());
        let (Some(elements_left), Some(attribute_bytes_left)) =
            (elements_left, attribute_bytes_left)
        else {
            return Err(ImageError::TooComplex);
        };
        if depth > MAX_DEPTH {
            return Err(ImageError::TooComplex);
        }
        self.elements_left = elements_left;
        self.attribute_bytes_left = attribute_bytes_left;
        let children = node.children().filter(Node::is_element);
        for node in children.chain(self.referred(node)?) {
            self.count(node, depth + 1)?;
        }
        Ok(())
    }

    /// The elements that an element refers to.
    fn referred(&self, node: Node<'a, 'input>) -> Result<Vec<Node<'a, 'input>>, ImageError> {
        let mut ids = Vec::new();
        if LINKING.contains(&node.tag_name().name()) {
            let links = node.attributes().filter(|name| name.name() == "href");
            ids.extend(links.filter_map(|link| id_in(link.value())));
        }
        for Declaration { name, value, .. } in self.declarations(node) {
            match value.trim() {
                "none" => {}
                value if name != FILTER && value != "inherit" => ids.extend(id_in(value)),
                _ => return Err(ImageError::UnsupportedElement),
            }
        }
        let referred = ids.into_iter().filter_map(|id| self.by_id.get(id));
        Ok(referred.flatten().copied().collect())
    }

    /// The checked properties of an element, those that others override as well.
    fn declarations(&self, node: Node<'a, 'input>) -> Vec<Declaration<'a>> {
        let attributes = node.attributes().map(|attribute| Declaration {
            name: attribute.name(),
            value: attribute.value(),
            important: false,
        });
        let rules = self.style.rules.iter();
        let rules = rules.filter(|rule| rule.selector.matches(&StyledNode(node)));
        let style = node.attribute("style").unwrap_or_default();
        attributes
            .chain(rules.flat_map(|rule| rule.declarations.iter().copied()))
            .chain(DeclarationTokenizer::from(style))
            .filter(|declaration| is_checked(declaration.name))
            .collect()
    }
}

fn is_checked(property: &str) -> bool {
    property == FILTER || REFERRING.contains(&property)
}

/// The id in `#id`, `url(#id)` or `url("#id")`.
fn id_in(value: &str) -> Option<&str> {
    let (_, id) = value.split_once('#')?;
    id.split([' ', '"', '\'', ')']).next()
}

/// An element as usvg matches it with selectors.
struct StyledNode<'a, 'input>(Node<'a, 'input>);

impl Element for StyledNode<'_, '_> {
    fn parent_element(&self) -> Option<Self> {
        self.0.parent_element().map(Self)
    }

    fn prev_sibling_element(&self) -> Option<Self> {
        self.0.prev_sibling_element().map(Self)
    }

    fn has_local_name(&self, name: &str) -> bool {
        self.0.tag_name().name() == name
    }

    fn attribute_matches(&self, name: &str, operator: AttributeOperator) -> bool {
        self.0
            .attribute(name)
            .is_some_and(|value| operator.matches(value))
    }

    fn pseudo_class_matches(&self, class: PseudoClass) -> bool {
        matches!(class, PseudoClass::FirstChild) && self.prev_sibling_element().is_none()
    }
}
