//! Fields with one input.

use leptos::prelude::*;
use model::Language;

use super::{choice::Choice, form_context::FormContext};
use crate::text::t;

/// The kind of value of a [`Field`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum InputKind {
    #[default]
    Text,
    Email,
    Url,
    /// The browser's own date input: `2023-09-19`.
    Date,
    /// The browser's own time input: `09:30`.
    Time,
    /// A whole number, in a text input: the browser's number input changes when scrolled over.
    Number,
    Search,
}

impl InputKind {
    const fn input_type(self) -> &'static str {
        match self {
            Self::Text | Self::Number => "text",
            Self::Email => "email",
            Self::Url => "url",
            Self::Date => "date",
            Self::Time => "time",
            Self::Search => "search",
        }
    }

    const fn keyboard(self) -> Option<&'static str> {
        match self {
            Self::Number => Some("numeric"),
            _ => None,
        }
    }

    const fn class(self) -> Option<&'static str> {
        match self {
            Self::Date | Self::Time | Self::Number => Some("short"),
            _ => None,
        }
    }

    /// Whether a label says that the input is optional. Dates and times are parts of a field that says it.
    const fn says_optional(self) -> bool {
        !matches!(self, Self::Date | Self::Time | Self::Search)
    }
}

/// A line of input.
#[component]
pub fn Field(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] value: String,
    #[prop(optional)] kind: InputKind,
    /// One sentence below the input.
    #[prop(optional, into)]
    hint: String,
    #[prop(optional)] required: bool,
    /// The autofill field name (HTML §4.10.18.7.1), such as `email`.
    #[prop(optional, into)]
    autocomplete: Option<&'static str>,
    /// Suggested values, beside free entry.
    #[prop(optional)]
    suggestions: Vec<Choice>,
    /// The id of a `<datalist>` of the page, where several fields suggest the same values.
    #[prop(optional, into)]
    list: Option<&'static str>,
    /// Whether the label leaves out that the input is optional, as in rows that may stay empty.
    #[prop(optional)]
    unmarked: bool,
    /// Follows the label for whoever does not see the row that the field stands in.
    #[prop(optional, into)]
    about: String,
) -> impl IntoView {
    let mut parts = FieldParts::new(&name, &label, &hint, required);
    parts.about = about;
    if kind.says_optional() && !unmarked {
        parts.mark_optional();
    }
    let shared_list = list.map(str::to_owned);
    let list = (!suggestions.is_empty()).then(|| format!("{}-list", parts.id));
    let options = list.clone().map(|id| {
        let options = suggestions.into_iter().map(|Choice { value, label }| {
            let label = (label != value).then_some(label);
            view! { <option value=value label=label></option> }
        });
        view! { <datalist id=id>{options.collect_view()}</datalist> }
    });
    let input = view! {
        <input
            id=parts.id.clone()
            class=kind.class()
            type=kind.input_type()
            inputmode=kind.keyboard()
            name=name
            value=value
            required=required
            autocomplete=autocomplete
            list=list.or(shared_list)
            spellcheck=matches!(kind, InputKind::Email | InputKind::Url).then_some("false")
            autocapitalize=matches!(kind, InputKind::Email | InputKind::Url).then_some("none")
            aria-describedby=parts.described_by()
            aria-invalid=parts.invalid()
        />
        {options}
    };
    parts.wrap(input)
}

/// A text of several lines.
#[component]
pub fn Area(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] value: String,
    #[prop(optional, into)] hint: String,
    #[prop(optional)] required: bool,
    #[prop(default = 5)] rows: u8,
    /// Whether the label leaves out that the input is optional.
    #[prop(optional)]
    unmarked: bool,
) -> impl IntoView {
    let mut parts = FieldParts::new(&name, &label, &hint, required);
    if !unmarked {
        parts.mark_optional();
    }
    // HTML drops one line break after the tag. Without this one it would drop the text's first.
    let value = format!("\n{value}");
    let input = view! {
        <textarea
            id=parts.id.clone()
            name=name
            rows=rows.to_string()
            required=required
            aria-describedby=parts.described_by()
            aria-invalid=parts.invalid()
        >
            {value}
        </textarea>
    };
    parts.wrap(input)
}

/// A file ([`super::FormEncoding::Multipart`]).
#[component]
pub fn FileField(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    /// File name extensions and media types, such as `.csv,text/csv`.
    accept: &'static str,
    #[prop(optional, into)] hint: String,
    #[prop(optional)] required: bool,
    /// Whether several files can be chosen.
    #[prop(optional)]
    several: bool,
    /// The most bytes of all files, and what a script says of more before anything is sent.
    #[prop(optional)]
    most: Option<(usize, String)>,
) -> impl IntoView {
    let parts = FieldParts::new(&name, &label, &hint, required);
    let (most, too_large) = most.unzip();
    let input = view! {
        <input
            id=parts.id.clone()
            type="file"
            name=name
            accept=accept
            multiple=several
            required=required
            data-most-bytes=most
            data-too-large=too_large
            aria-describedby=parts.described_by()
            aria-invalid=parts.invalid()
        />
    };
    parts.wrap(input)
}

/// The parts of a field around its input: label, fault and hint.
pub(super) struct FieldParts {
    pub id: String,
    name: String,
    label: String,
    /// Follows the label, visually hidden.
    about: String,
    hint: String,
    required: bool,
    /// Whether the label says that the input is optional.
    says_optional: bool,
    fault: Option<String>,
    /// The language of label, hint and choices, if it differs from the page's.
    pub lang: Option<&'static str>,
}

/// The language of the labels of fields, in their context, if it differs from the page's. The questions of an
/// event are in the event's language (WCAG 3.1.2).
#[derive(Debug, Clone, Copy)]
pub(super) struct LabelLanguage(pub Language);

impl FieldParts {
    pub fn new(name: &str, label: &str, hint: &str, required: bool) -> Self {
        let form = FormContext::current();
        Self {
            id: form.register_field(name, label),
            name: name.to_owned(),
            label: label.to_owned(),
            about: String::new(),
            hint: hint.to_owned(),
            required,
            says_optional: false,
            fault: form.fault_of(name),
            lang: use_context().map(|LabelLanguage(language)| language.tag()),
        }
    }

    /// Marks the label, unless the input is required.
    pub fn mark_optional(&mut self) {
        self.says_optional = !self.required;
    }

    /// The ids of fault and hint. The fault is always there, as the form island may fill it.
    pub fn described_by(&self) -> String {
        if self.hint.is_empty() {
            format!("{}-fault", self.id)
        } else {
            format!("{0}-fault {0}-hint", self.id)
        }
    }

    pub fn invalid(&self) -> Option<&'static str> {
        self.fault.as_ref().map(|_| "true")
    }

    pub fn label_text(&self) -> impl IntoView + use<> {
        let mark = self
            .says_optional
            .then(|| view! { " "<span class="optional">{t!("form-optional")}</span> });
        let label = match self.lang {
            Some(lang) => view! { <span lang=lang>{self.label.clone()}</span> }.into_any(),
            None => self.label.clone().into_any(),
        };
        let about = (!self.about.is_empty())
            .then(|| view! { <span class="unseen">" "{self.about.clone()}</span> });
        view! { {label}{about}{mark} }
    }

    /// The fault below the input. Rendered empty without one, so that the form island can fill it.
    pub fn fault_text(&self) -> impl IntoView + use<> {
        view! {
            <p
                class="fault"
                id=format!("{}-fault", self.id)
                data-error-for=self.name.clone()
                hidden=self.fault.is_none()
            >
                {self.fault.clone()}
            </p>
        }
    }

    pub fn hint_text(&self) -> impl IntoView + use<> {
        let id = format!("{}-hint", self.id);
        let hint = self.hint.clone();
        (!hint.is_empty()).then(|| view! { <p class="hint" id=id lang=self.lang>{hint}</p> })
    }

    /// The field around its input.
    pub fn wrap(&self, input: impl IntoView + 'static) -> AnyView {
        view! {
            <div class="field">
                <label for=self.id.clone()>{self.label_text()}</label>
                {input}
                {self.fault_text()}
                {self.hint_text()}
            </div>
        }
        .into_any()
    }
}
