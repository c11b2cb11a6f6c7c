//! Mounts everything a person sees.

use any_spawner::Executor;
use axum::{
    Router,
    extract::{Request, State},
    routing,
};
use leptos::prelude::{Owner, provide_context};
use leptos_router::{PathSegment, RouteList, location::RequestUrl};
use planner::Planner;

use crate::{
    api::actions,
    assets::Assets,
    render::{self, Frame},
    routes::Pages,
    submit,
};

/// The pages and the forms. Every path that nobody else answers gets the page *not found*.
///
/// What it leaves to whoever mounts it: the style sheet and the browser part at the addresses named in
/// `assets`, a [`planner::ClientKey`] among the request's extensions, the header `x-request-id`,
/// protection against requests forged on other sites, and compression.
pub fn router(planner: Planner, assets: Assets) -> Router {
    let frame = Frame::new(planner, assets);
    let pages = paths().into_iter().fold(Router::new(), |router, path| {
        router.route(&path, routing::get(render::get))
    });
    actions::ROUTES
        .iter()
        .fold(pages, |router, action| {
            let post = |frame: State<Frame>, request: Request| submit::post(frame, action, request);
            router.route(action.path, routing::post(post).get(submit::reload))
        })
        .route(
            "/do/{*rest}",
            routing::post(submit::post_to_unknown).get(submit::reload),
        )
        .fallback(render::get)
        .with_state(frame)
}

/// The paths of all pages, in axum's spelling.
fn paths() -> Vec<String> {
    // Fails where the executor is set already, as in the second test of a process.
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
        .map(|route| path(route.path()))
        .collect()
}

fn path(segments: &[PathSegment]) -> String {
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
    use super::paths;

    #[test]
    fn pages_are_mounted_at_their_addresses() {
        let paths = paths();
        for path in ["/", "/sign-in", "/sign-in/{token}", "/account"] {
            assert!(
                paths.iter().any(|found| found == path),
                "{path} in {paths:?}"
            );
        }
    }
}
