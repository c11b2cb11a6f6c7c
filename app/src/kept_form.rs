//! Kept forms: a refused or half-filled form is shown again at an address of its own. Its page can be loaded again and
//! gone back to, and outlives a sign-in or a change of language.

use std::sync::Arc;

use leptos::{prelude::Owner, reactive::computed::ScopedFuture};
use planner::Planner;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ui::{
    error::AppError,
    forms::{FormRoute, KEPT_FORM, RefusedForm, SeeOther},
    visit::{Visit, form_keeper_cookie},
};
use uuid::Uuid;

use crate::{
    api::{
        actions::ROUTES,
        language::{LanguageForm, choose_language},
    },
    state::AppState,
};

/// Fields that are never stored: the secrets of mailed links. Pages take them from their address.
const NEVER_KEPT: [&str; 2] = ["token", "key"];

#[derive(Debug, Serialize, Deserialize)]
struct KeptForm {
    /// The path of the action.
    action: String,
    id: String,
    values: Value,
    error: AppError,
}

/// Keeps a refused form and redirects to its page. `None` if it cannot be kept.
///
/// A conflict is not kept: its page shows what others changed up to now, and later it would show less than there is.
/// Nor is a form that could not be handled: the database may be what is missing.
pub(crate) async fn redirect_to_refused(
    planner: &Planner,
    visit: &Visit,
    refused: &RefusedForm,
) -> Option<SeeOther> {
    if matches!(
        refused.error,
        AppError::Conflict(_) | AppError::Unavailable | AppError::Internal { .. }
    ) {
        return None;
    }
    keep(planner, visit, refused)
        .await
        .map(|Kept { id, cookie }| {
            SeeOther::page(with_kept(&visit.path, Some(id))).with_cookie(cookie)
        })
}

/// Keeps a half-filled form and redirects to its page in another language. Without a form that can be kept, the
/// language changes all the same.
pub(crate) async fn switch_language(
    state: &AppState,
    visit: &Arc<Visit>,
    language: String,
    half_filled: Option<RefusedForm>,
) -> Result<SeeOther, AppError> {
    let kept = match &half_filled {
        Some(form) => keep(&state.planner, visit, form).await,
        None => None,
    };
    let form = LanguageForm {
        language,
        back: with_kept(&visit.path, kept.as_ref().map(|kept| kept.id)),
    };
    let run = Owner::new().with(|| {
        state.provide(visit);
        ScopedFuture::new(async move { choose_language(&form).await })
    });
    let to = run.await?;
    Ok(match kept {
        Some(kept) => to.with_cookie(kept.cookie),
        None => to,
    })
}

/// The form that the address of a page names.
pub(crate) async fn kept_form(planner: &Planner, visit: &Visit) -> Option<Arc<RefusedForm>> {
    let (id, keeper) = (kept_id(&visit.path)?, visit.form_keeper.as_ref()?);
    let content = planner
        .kept_form(id, keeper)
        .await
        .inspect_err(|error| tracing::warn!(fault = %error, "a kept form cannot be read"))
        .ok()??;
    let kept: KeptForm = serde_json::from_str(&content).ok()?;
    let action = route(&kept.action)?;
    let error = match kept.error {
        // The person has signed in since.
        AppError::SignIn if visit.principal.is_some() => AppError::Preview,
        error => error,
    };
    Some(Arc::new(RefusedForm {
        action: action.path,
        id: kept.id,
        form: action.from_json(kept.values),
        error,
    }))
}

/// Deletes the form that the address of a page names, after it was sent.
pub(crate) async fn forget(planner: &Planner, visit: &Visit, at: &str) {
    if let (Some(id), Some(keeper)) = (kept_id(at), visit.form_keeper.as_ref())
        && let Err(error) = planner.forget_kept_form(id, keeper).await
    {
        tracing::warn!(fault = %error, "a form that was sent is still kept");
    }
}

/// The action at a path.
pub(crate) fn route(path: &str) -> Option<&'static FormRoute> {
    ROUTES.iter().find(|action| action.path == path)
}

struct Kept {
    id: Uuid,
    /// `Set-Cookie` for the secret by which the browser gets it back.
    cookie: String,
}

async fn keep(planner: &Planner, visit: &Visit, form: &RefusedForm) -> Option<Kept> {
    let mut values = route(form.action)?.to_json(form.form.as_ref()?)?;
    if let Value::Object(fields) = &mut values {
        for name in NEVER_KEPT {
            fields.remove(name);
        }
    }
    let content = serde_json::to_string(&KeptForm {
        action: form.action.to_owned(),
        id: form.id.clone(),
        values,
        error: form.error.clone(),
    })
    .ok()?;
    let keeper = visit.form_keeper.clone();
    let keeper = keeper.unwrap_or_else(|| planner.new_form_keeper());
    let id = planner
        .keep_form(&keeper, &visit.client, &content)
        .await
        .inspect_err(|error| tracing::warn!(fault = %error, "a form cannot be kept"))
        .ok()??;
    Some(Kept {
        id,
        cookie: form_keeper_cookie(planner, &keeper),
    })
}

fn kept_id(path: &str) -> Option<Uuid> {
    let (_, query) = path.split_once('?')?;
    let mut pairs = form_urlencoded::parse(query.as_bytes());
    let (_, id) = pairs.find(|(name, _)| name == KEPT_FORM)?;
    id.parse().ok()
}

/// The path of a page that shows this kept form, and no other one.
fn with_kept(path: &str, id: Option<Uuid>) -> String {
    let (page, query) = path.split_once('?').unwrap_or((path, ""));
    let others = query
        .split('&')
        .filter(|pair| !pair.is_empty() && pair.split('=').next() != Some(KEPT_FORM))
        .map(str::to_owned);
    let kept = id.map(|id| format!("{KEPT_FORM}={id}"));
    let pairs: Vec<String> = others.chain(kept).collect();
    if pairs.is_empty() {
        page.to_owned()
    } else {
        format!("{page}?{}", pairs.join("&"))
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::{kept_id, with_kept};

    #[test]
    fn a_page_names_one_kept_form() {
        let (one, two) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let path = with_kept("/organise/network?network=7", Some(one));
        assert_eq!(kept_id(&path), Some(one));
        let path = with_kept(&path, Some(two));
        assert_eq!(path, format!("/organise/network?network=7&kept={two}"));
        assert_eq!(with_kept(&path, None), "/organise/network?network=7");
        assert_eq!(with_kept("/a", None), "/a");
        assert_eq!(kept_id("/a?kept=x"), None);
    }
}
