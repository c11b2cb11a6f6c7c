//! The router of pages and form actions.

use any_spawner::Executor;
use axum::{Router, extract::State, routing};
use leptos::prelude::{Owner, provide_context};
use leptos_router::{PathSegment, RouteList, location::RequestUrl};
use planner::Planner;
use ui::assets::Assets;

use crate::{
    api::actions,
    render::get_page,
    routes::Pages,
    state::AppState,
    submit::{redirect_to_page, submit_form, submit_to_unknown},
};

/// The router of pages and form actions. Unknown paths get the page *not found*.
///
/// The caller adds:
/// - the style sheet and the browser part at the URLs in `assets`;
/// - a [`planner::ClientKey`] in the request's extensions, and the header `x-request-id`;
/// - protection against cross-site request forgery, and compression.
pub fn router(planner: Planner, assets: Assets) -> Router {
    let state = AppState::new(planner, assets);
    let pages = page_paths()
        .into_iter()
        .fold(Router::new(), |router, path| {
            router.route(&path, routing::get(get_page))
        });
    actions::ROUTES
        .iter()
        .fold(pages, |router, action| {
            let submit = |state: State<AppState>, request| submit_form(state, action, request);
            router.route(action.path, routing::post(submit).get(redirect_to_page))
        })
        .route(
            "/do/{*rest}",
            routing::post(submit_to_unknown).get(redirect_to_page),
        )
        .fallback(get_page)
        .with_state(state)
}

/// The paths of all pages, in axum's syntax.
fn page_paths() -> Vec<String> {
    // Fails if the executor is set already, for example by another test in the same process.
    let _ = Executor::init_tokio();
    let owner = Owner::new_root(None);
    let routes = owner.with(|| {
        provide_context(RequestUrl::new(""));
        RouteList::generate(Pages)
    });
    routes
        .map(RouteList::into_inner)
        .unwrap_or_default()
        .iter()
        .map(|route| axum_path(route.path()))
        .collect()
}

fn axum_path(segments: &[PathSegment]) -> String {
    let path: String = segments
        .iter()
        .map(|segment| match segment {
            PathSegment::Unit => String::new(),
            PathSegment::Static(word) => {
                format!("/{}", word.trim_matches('/'))
            }
            PathSegment::Param(name) | PathSegment::OptionalParam(name) => format!("/{{{name}}}"),
            PathSegment::Splat(name) => format!("/{{*{name}}}"),
        })
        .collect();
    if path.is_empty() {
        "/".to_owned()
    } else {
        path.replace("//", "/")
    }
}

#[cfg(test)]
mod tests {
    use super::page_paths;

    #[test]
    fn pages_are_mounted_at_their_addresses() {
        let paths = page_paths();
        for path in ["/", "/sign-in", "/sign-in/{token}", "/account"] {
            assert!(
                paths.iter().any(|found| found == path),
                "{path} in {paths:?}"
            );
        }
    }
}
