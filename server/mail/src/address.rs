//! Mail addresses in headers and envelopes.

use lettre::{Address, address};
use model::EmailAddress;
use thiserror::Error;

/// The reason why no mail can be sent to a well-formed address.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum AddressError {
    /// The domain cannot be written in ASCII (RFC 5891), so no server can be found for it.
    #[error("no mail server can be looked up for this domain")]
    Domain,
    /// The local part is not valid in SMTP.
    #[error("the mail system does not take the part before the @")]
    LocalPart,
}

/// The domain in ASCII (Punycode).
pub(crate) fn ascii_domain(address: &EmailAddress) -> Result<String, AddressError> {
    address.ascii_domain().ok_or(AddressError::Domain)
}

/// The address with its domain in ASCII, as in every header of a composed message.
pub fn ascii_address(address: &EmailAddress) -> Result<String, AddressError> {
    smtp_address(address).map(|address| address.to_string())
}

/// The address for header and envelope. A local part outside ASCII is kept: only servers with SMTPUTF8
/// (RFC 6531) accept such a mail, and [`crate::Transport`] requires the extension.
pub(crate) fn smtp_address(address: &EmailAddress) -> Result<Address, AddressError> {
    let domain = ascii_domain(address)?;
    Address::new(address.local_part(), &domain).map_err(|error| match error {
        address::AddressError::InvalidDomain => AddressError::Domain,
        _ => AddressError::LocalPart,
    })
}

#[cfg(test)]
mod tests {
    use model::EmailAddress;

    use super::{AddressError, smtp_address};

    fn smtp(address: &str) -> Result<String, AddressError> {
        smtp_address(&EmailAddress::parse(address).unwrap()).map(|a| a.to_string())
    }

    #[test]
    fn a_domain_with_umlauts_is_written_in_punycode() {
        assert_eq!(
            smtp("info@Müller.example").as_deref(),
            Ok("info@xn--mller-kva.example")
        );
    }

    #[test]
    fn a_local_part_with_umlauts_stays_as_it_is() {
        assert_eq!(
            smtp("jörg@müller.example").as_deref(),
            Ok("jörg@xn--mller-kva.example")
        );
    }

    #[test]
    fn a_domain_that_dns_cannot_hold_is_refused() {
        assert_eq!(smtp("a@xn--\u{e4}.example"), Err(AddressError::Domain));
    }
}
