//! Form actions: what a submitted form does.

use std::{any::Any, pin::Pin, sync::Arc};

use serde::{Serialize, de::DeserializeOwned};

use super::{SeeOther, Upload, parse_form};
use crate::error::AppError;

/// An action that a form is sent to. [`form_actions!`] declares them.
pub trait FormAction {
    /// The path that the form is sent to: `<Form to=Rename::PATH>`.
    const PATH: &'static str;
    /// Whether files come with the form.
    const TAKES_FILES: bool;
    /// The form as it is typed.
    type Form: Serialize + DeserializeOwned + Clone + Send + Sync + 'static;

    /// Runs the action. If it refuses, the page shows `form` as the action leaves it.
    fn run(
        form: &mut Self::Form,
        files: &[Upload],
    ) -> impl Future<Output = Result<SeeOther, AppError>> + Send;
}

/// A value of an action's [`FormAction::Form`].
pub type ParsedForm = Arc<dyn Any + Send + Sync>;

/// A refused action: the error, and the parsed form for the page that shows it again.
#[derive(Debug)]
pub struct Refusal {
    pub error: AppError,
    /// A value of the action's [`FormAction::Form`]. `None` if the body is not such a form.
    pub form: Option<ParsedForm>,
}

impl From<AppError> for Refusal {
    fn from(error: AppError) -> Self {
        Self { error, form: None }
    }
}

type Outcome<'a> = Pin<Box<dyn Future<Output = Result<SeeOther, Refusal>> + Send + 'a>>;

/// An action as the router mounts it, without its type.
#[derive(Debug)]
pub struct FormRoute {
    pub path: &'static str,
    /// Whether files come with the form.
    pub takes_files: bool,
    submit: for<'a> fn(&'a str, &'a [Upload]) -> Outcome<'a>,
    parse: fn(&str) -> Option<ParsedForm>,
    to_json: fn(&ParsedForm) -> Option<serde_json::Value>,
    from_json: fn(serde_json::Value) -> Option<ParsedForm>,
}

impl FormRoute {
    pub const fn of<A: FormAction>() -> Self {
        Self {
            path: A::PATH,
            takes_files: A::TAKES_FILES,
            submit: submit::<A>,
            parse: parse::<A>,
            to_json: to_json::<A>,
            from_json: from_json::<A>,
        }
    }

    /// Parses the fields without running the action. `None` if they are not such a form.
    pub fn parse(&self, fields: &str) -> Option<ParsedForm> {
        (self.parse)(fields)
    }

    /// The values of a form of this action, to keep them.
    pub fn to_json(&self, form: &ParsedForm) -> Option<serde_json::Value> {
        (self.to_json)(form)
    }

    /// A form of this action, from its kept values.
    pub fn from_json(&self, values: serde_json::Value) -> Option<ParsedForm> {
        (self.from_json)(values)
    }

    /// Parses the fields and runs the action.
    pub async fn submit(&self, fields: &str, files: &[Upload]) -> Result<SeeOther, Refusal> {
        (self.submit)(fields, files).await
    }
}

fn submit<'a, A: FormAction>(fields: &'a str, files: &'a [Upload]) -> Outcome<'a> {
    Box::pin(async move {
        let mut form: A::Form = parse_form(fields).ok_or(AppError::Unreadable)?;
        A::run(&mut form, files).await.map_err(|error| Refusal {
            error,
            form: Some(Arc::new(form)),
        })
    })
}

fn parse<A: FormAction>(fields: &str) -> Option<ParsedForm> {
    let form: A::Form = parse_form(fields)?;
    Some(Arc::new(form))
}

fn to_json<A: FormAction>(form: &ParsedForm) -> Option<serde_json::Value> {
    let form: &A::Form = form.downcast_ref()?;
    serde_json::to_value(form).ok()
}

fn from_json<A: FormAction>(values: serde_json::Value) -> Option<ParsedForm> {
    let form: A::Form = serde_json::from_value(values).ok()?;
    Some(Arc::new(form))
}

/// Declares form actions, one a line, and the table `ROUTES` that the router mounts:
///
/// ```ignore
/// form_actions! {
///     Rename: "/do/rename" => networks::rename(networks::RenameForm),
///     ImportPeople: "/do/import-people" => import::import_people(import::ImportForm, files),
/// }
/// ```
///
/// Each line makes a type that implements [`FormAction`] and calls the named function with the form, and
/// with the uploaded files if the line says so. An action without a line is an unused function, which
/// the compiler reports.
#[macro_export]
macro_rules! form_actions {
    ($(
        $(#[$doc:meta])*
        $name:ident: $path:expr => $module:ident::$run:ident($form:path $(, $files:ident)?)
    ),* $(,)?) => {
        $(
            $(#[$doc])*
            #[derive(Debug)]
            pub struct $name;

            impl $name {
                pub const PATH: &str = $path;
            }

            impl $crate::forms::FormAction for $name {
                const PATH: &'static str = $path;
                const TAKES_FILES: bool = false $(|| !stringify!($files).is_empty())?;
                type Form = $form;

                async fn run(
                    form: &mut $form,
                    _files: &[$crate::forms::Upload],
                ) -> Result<$crate::forms::SeeOther, $crate::error::AppError> {
                    $(let $files = _files;)?
                    $module::$run(form $(, $files)?).await
                }
            }
        )*

        /// Every form action.
        pub const ROUTES: &[$crate::forms::FormRoute] =
            &[$($crate::forms::FormRoute::of::<$name>()),*];
    };
}
pub use crate::form_actions;
