//! How a server function gets its form.

use std::marker::PhantomData;

use axum::body::Body;
use http::{Method, Request, Response};
use leptos::server_fn::{
    Protocol, ServerFn, axum::AxumServerFnBackend, client::Client, error::ServerFnErrorErr,
    request::Req,
};
use serde::{Serialize, de::DeserializeOwned};

use super::SeeOther;
use crate::error::AppError;

/// The protocol of server functions that a form `F` is sent to, and that answer with a place to go:
///
/// ```ignore
/// #[server(prefix = "/do", endpoint = "rename", protocol = Posted<RenameForm>)]
/// async fn rename(form: RenameForm) -> Result<SeeOther, AppError> { … }
/// ```
///
/// Leptos' own encodings read a form field by field into the function's arguments. A form that is one
/// value (it is parsed as one, and shown again as one) would have to be flattened into them, and
/// serde's `flatten` cannot tell a list of one from a single value.
#[derive(Debug)]
pub struct Posted<F>(PhantomData<F>);

impl<F, Input, C> Protocol<Input, SeeOther, C, AxumServerFnBackend, AppError> for Posted<F>
where
    F: DeserializeOwned + Send,
    Input: From<F> + Send,
    C: Client<AppError>,
{
    const METHOD: Method = Method::POST;

    async fn run_server<Run, Fut>(
        request: Request<Body>,
        run: Run,
    ) -> Result<Response<Body>, AppError>
    where
        Run: Fn(Input) -> Fut + Send,
        Fut: Future<Output = Result<SeeOther, AppError>> + Send,
    {
        let body: String = Req::<AppError>::try_into_string(request).await?;
        let mut response = Response::new(Body::empty());
        // Not serialised: the handler that called for this is in the same process.
        match read::<F>(&body) {
            Some(form) => match run(Input::from(form)).await {
                Ok(see_other) => response.extensions_mut().insert(see_other).is_none(),
                Err(error) => response.extensions_mut().insert(error).is_none(),
            },
            None => response
                .extensions_mut()
                .insert(AppError::Unreadable)
                .is_none(),
        };
        Ok(response)
    }

    async fn run_client(path: &str, _: Input) -> Result<SeeOther, AppError> {
        // The browser sends the form itself (`islands::form`).
        let error = ServerFnErrorErr::UnsupportedRequestMethod(path.to_owned());
        tracing::error!(%error, "a form's server function was called as a function");
        Err(AppError::Unreadable)
    }
}

/// A form as it was sent. `None` if it cannot be one of this kind.
pub(crate) fn read<F: DeserializeOwned>(body: &str) -> Option<F> {
    serde_qs::Config::new()
        // Brackets arrive percent-encoded.
        .use_form_encoding(true)
        .deserialize_str(body)
        // The error would quote what was typed.
        .inspect_err(|_| tracing::info!("a form that cannot be read"))
        .ok()
}

/// A form as a browser would send it.
pub(super) fn written(form: &impl Serialize) -> Result<String, serde_qs::Error> {
    serde_qs::Config::new()
        .use_form_encoding(true)
        .serialize_string(form)
}

/// The server functions that forms are sent to, each with its form.
pub(crate) trait PostedBy: ServerFn {
    type Form: DeserializeOwned;
}

impl<S, F> PostedBy for S
where
    S: ServerFn<Protocol = Posted<F>>,
    F: DeserializeOwned,
    Posted<F>: Protocol<
            S,
            S::Output,
            S::Client,
            S::Server,
            S::Error,
            S::InputStreamError,
            S::OutputStreamError,
        >,
{
    type Form = F;
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::Deserialize;

    use super::read;

    #[derive(Debug, Default, PartialEq, Deserialize)]
    #[serde(default)]
    struct Form {
        title: String,
        public: Option<String>,
        topics: Vec<String>,
        contingents: Vec<Contingent>,
        answers: BTreeMap<String, String>,
    }

    #[derive(Debug, Default, PartialEq, Deserialize)]
    #[serde(default)]
    struct Contingent {
        seats: String,
    }

    #[test]
    fn nested_names_and_lists_of_one_are_read() {
        let form: Form = read(
            "title=N%C3%A4he+%26+Ferne&topics%5B%5D=a&contingents%5B1%5D%5Bseats%5D=6\
             &contingents%5B0%5D%5Bseats%5D=5&answers%5B0198c0de-0000-7000-8000-000000000001%5D=vegan",
        )
        .unwrap();
        assert_eq!(form.title, "Nähe & Ferne");
        assert_eq!(form.public, None);
        assert_eq!(form.topics, ["a"]);
        let seats: Vec<_> = form.contingents.iter().map(|c| c.seats.as_str()).collect();
        assert_eq!(seats, ["5", "6"]);
        assert_eq!(
            form.answers["0198c0de-0000-7000-8000-000000000001"],
            "vegan"
        );
    }

    #[test]
    fn an_empty_body_is_an_empty_form() {
        assert_eq!(read::<Form>(""), Some(Form::default()));
    }

    #[test]
    fn what_is_no_form_is_refused() {
        assert_eq!(
            read::<Form>("title[a][b][c][d][e][f][g][h]=x&title=y"),
            None
        );
    }
}
