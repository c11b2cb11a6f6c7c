//! What differs between two versions of a thing: an enum for each kind of thing, with a variant for
//! each field that people enter.
//!
//! Changes are made by comparing two versions, never from field names. The pattern that takes a version
//! apart names every field: a new field does not compile until its change is declared or left out on
//! purpose.

mod agenda_item;
mod contact;
mod event;
mod network;
mod question;
mod registration;
mod time_words;

use serde::{Deserialize, Serialize};

pub use agenda_item::AgendaItemChange;
pub use contact::ContactChange;
pub use event::{Audience, EventChange};
pub use network::NetworkChange;
pub use question::QuestionChange;
pub use registration::{PersonChange, RegistrationChange};

/// A value before and after a change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changed<T> {
    pub before: T,
    pub after: T,
}

impl<T> Changed<Option<T>> {
    /// Whether there is something before and after.
    pub const fn is_replaced(&self) -> bool {
        self.before.is_some() && self.after.is_some()
    }
}

impl<T: Clone + PartialEq> Changed<T> {
    fn between(before: &T, after: &T) -> Option<Self> {
        (before != after).then(|| Self {
            before: before.clone(),
            after: after.clone(),
        })
    }
}

impl<T> Changed<T> {
    /// The same of both values.
    pub fn map<U>(&self, of: impl Fn(&T) -> U) -> Changed<U> {
        Changed {
            before: of(&self.before),
            after: of(&self.after),
        }
    }
}

/// The change of one field.
pub trait FieldChange: Sized {
    /// Adds a later change, if it is of the same field. Returns whether it is.
    fn followed_by(&mut self, later: &Self) -> bool;

    /// Whether the field has another value after the change than before.
    fn has_effect(&self) -> bool;
}

/// The effect of several changes, the earliest first: each field once, from its first value to its last.
pub fn merged<C: FieldChange>(changes: impl IntoIterator<Item = C>) -> Vec<C> {
    let mut merged: Vec<C> = Vec::new();
    for change in changes {
        if !merged.iter_mut().any(|known| known.followed_by(&change)) {
            merged.push(change);
        }
    }
    merged.retain(C::has_effect);
    merged
}

/// Declares the changes of a kind of thing. The pattern takes a value of the kind apart; each variant
/// names the type of a field and the binding of the pattern that it compares. Variants after `and` are
/// changes of what people do not enter.
macro_rules! changes {
    (
        $(#[$doc:meta])*
        $name:ident of $kind:ty: $pattern:pat => {
            $($variant:ident($type:ty) = $field:ident),+ $(,)?
        }
        $(and { $($(#[$more_doc:meta])* $more:ident($more_type:ty)),+ $(,)? })?
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name {
            $($variant($crate::Changed<$type>),)+
            $($($(#[$more_doc])* $more($crate::Changed<$more_type>),)+)?
        }

        struct Fields<'a> {
            $($field: &'a $type),+
        }

        impl<'a> Fields<'a> {
            fn of(value: &'a $kind) -> Self {
                let $pattern = value;
                Self { $($field),+ }
            }
        }

        impl $name {
            /// Every field that differs.
            pub fn between(before: &$kind, after: &$kind) -> Vec<Self> {
                let (before, after) = (Fields::of(before), Fields::of(after));
                [$($crate::Changed::between(before.$field, after.$field).map(Self::$variant)),+]
                    .into_iter()
                    .flatten()
                    .collect()
            }

            /// Whether the field of a value is as it was before the change.
            pub fn is_undone_by(&self, value: &$kind) -> bool {
                let value = Fields::of(value);
                match self {
                    $(Self::$variant(change) => change.before == *value.$field,)+
                    $($(Self::$more(_) => false,)+)?
                }
            }
        }

        impl $crate::change::FieldChange for $name {
            fn followed_by(&mut self, later: &Self) -> bool {
                match (self, later) {
                    $((Self::$variant(change), Self::$variant(later)) => {
                        change.after.clone_from(&later.after);
                        true
                    })+
                    $($((Self::$more(change), Self::$more(later)) => {
                        change.after.clone_from(&later.after);
                        true
                    })+)?
                    _ => false,
                }
            }

            fn has_effect(&self) -> bool {
                match self {
                    $(Self::$variant(change) => change.before != change.after,)+
                    $($(Self::$more(change) => change.before != change.after,)+)?
                }
            }
        }
    };
}

use changes;
