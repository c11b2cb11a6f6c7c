//! Addresses as the mail system writes them.

use lettre::{Address, address::AddressError};
use model::EmailAddress;
use thiserror::Error;

/// An address that no mail can be sent to, although it has the form of one.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum NoMailAddress {
    /// The domain cannot be written in ASCII (RFC 5891), so no server can be found for it.
    #[error("no mail server can be looked up for this domain")]
    Domain,
    /// The part before the `@` is not of a form that the mail system takes.
    #[error("the mail system does not take the part before the @")]
    LocalPart,
}

/// The domain in ASCII, as DNS and every mail server know it.
pub(crate) fn ascii_domain(address: &EmailAddress) -> Result<String, NoMailAddress> {
    address.ascii_domain().ok_or(NoMailAddress::Domain)
}

/// The address with its domain in ASCII, as every header that this crate writes has it.
pub fn ascii_address(address: &EmailAddress) -> Result<String, NoMailAddress> {
    mail_address(address).map(|address| address.to_string())
}

/// The address for header and envelope. A local part outside ASCII stays as it is: that mail goes
/// only through servers that speak SMTPUTF8 (RFC 6531), and [`crate::Transport`] asks for it.
pub(crate) fn mail_address(address: &EmailAddress) -> Result<Address, NoMailAddress> {
    let domain = ascii_domain(address)?;
    Address::new(address.local_part(), &domain).map_err(|error| match error {
        AddressError::InvalidDomain => NoMailAddress::Domain,
        _ => NoMailAddress::LocalPart,
    })
}

#[cfg(test)]
mod tests {
    use model::EmailAddress;

    use super::{NoMailAddress, mail_address};

    fn written(address: &str) -> Result<String, NoMailAddress> {
        mail_address(&EmailAddress::parse(address).unwrap()).map(|a| a.to_string())
    }

    #[test]
    fn a_domain_with_umlauts_is_written_in_punycode() {
        assert_eq!(
            written("info@Müller.example").as_deref(),
            Ok("info@xn--mller-kva.example")
        );
    }

    #[test]
    fn a_local_part_with_umlauts_stays_as_it_is() {
        assert_eq!(
            written("jörg@müller.example").as_deref(),
            Ok("jörg@xn--mller-kva.example")
        );
    }

    #[test]
    fn a_domain_that_dns_cannot_hold_is_refused() {
        assert_eq!(written("a@xn--\u{e4}.example"), Err(NoMailAddress::Domain));
    }
}
