//! Pages of signing in and of the account.

mod account_page;
mod sign_in;
mod sign_in_link;

pub(crate) use account_page::AccountPage;
pub(crate) use sign_in::SignInPage;
pub(crate) use sign_in_link::SignInLinkPage;
