//! Who may do what, as types.
//!
//! A [`Principal`] is loaded once per request. A right over a network is proven by its memberships alone:
//! [`Reads`], [`Helps`], [`Organises`], [`Owns`]. A right over one event or registration is requested first
//! ([`EventAccess`], [`RegistrationAccess`], [`LinkAccess`]); the use case that takes the request loads
//! what it is about and checks the right in one transaction. Requests and proofs are made only here,
//! and a request keeps its id to itself: a use case that forgets the check does not compile.

mod contingent_access;
mod event_access;
mod expiry;
mod form_submissions;
mod invitation_access;
mod kept_forms;
mod link_access;
mod plan_link_access;
mod principal;
mod rate_limits;
mod rights;
mod sign_in;
mod table_access;
mod token;

pub use contingent_access::ContingentAccess;
pub(crate) use event_access::Locked;
pub use event_access::{EventAccess, RegistrationAccess};
pub(crate) use form_submissions::FORMS_LAST;
pub use form_submissions::{FormKey, RENEWAL_INTERVAL, Submission};
pub use invitation_access::InvitationAccess;
pub use link_access::LinkAccess;
pub(crate) use link_access::{CONFIRMATION_LINK_LASTS, OpenedLink, Participates, Purpose};
pub use plan_link_access::{ListAccess, ScreenAccess};
pub use principal::Principal;
pub use rate_limits::ClientKey;
pub(crate) use rate_limits::Limit;
pub use rights::{Helps, Organises, Owns, Reads, Right};
pub use sign_in::NewLoginSession;
pub(crate) use sign_in::{MEMBER_LINK_LASTS, SIGN_IN_LINK_LASTS};
pub(crate) use table_access::OpenedTable;
pub use table_access::TableAccess;
pub use token::{Token, TokenHash};
