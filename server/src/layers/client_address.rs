//! The client's address, by which rate limits count. Behind a reverse proxy the peer of the connection is
//! the proxy.

use std::{
    net::{IpAddr, SocketAddr},
    str::FromStr,
};

use axum::{
    extract::{ConnectInfo, Request, State},
    middleware::Next,
    response::Response,
};
use http::HeaderMap;
use ipnet::IpNet;
use planner::ClientKey;

/// The proxies whose `X-Forwarded-For` is used. Any other client can forge the header.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TrustedProxies(Vec<IpNet>);

impl FromStr for TrustedProxies {
    type Err = String;

    /// Parses addresses and networks separated by commas: `127.0.0.1, 10.0.0.0/8`.
    fn from_str(text: &str) -> Result<Self, String> {
        text.split(',')
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .map(|part| {
                part.parse::<IpNet>()
                    .or_else(|_| part.parse::<IpAddr>().map(IpNet::from))
                    .map_err(|_| {
                        format!("`{part}` is neither an address nor a network such as 10.0.0.0/8")
                    })
            })
            .collect::<Result<_, _>>()
            .map(Self)
    }
}

impl TrustedProxies {
    /// The peer. If it is a trusted proxy, the rightmost forwarded address that is not one.
    fn client_address(&self, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
        let mut client = peer.to_canonical();
        if !self.contains(client) {
            return client;
        }
        let forwarded: Vec<&str> = headers
            .get_all("x-forwarded-for")
            .into_iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(','))
            .collect();
        for hop in forwarded.into_iter().rev() {
            // Addresses to the left of a malformed one are not trustworthy.
            let Ok(address) = hop.trim().parse::<IpAddr>() else {
                break;
            };
            client = address.to_canonical();
            if !self.contains(client) {
                break;
            }
        }
        client
    }

    /// Whether the address, in its canonical form, is a trusted proxy.
    pub fn contains(&self, address: IpAddr) -> bool {
        self.0.iter().any(|network| network.contains(&address))
    }
}

/// Inserts the [`ClientKey`] of the client into the request's extensions.
pub async fn insert_client_key(
    State(proxies): State<TrustedProxies>,
    mut request: Request,
    next: Next,
) -> Response {
    if let Some(&ConnectInfo(peer)) = request.extensions().get::<ConnectInfo<SocketAddr>>() {
        let client = proxies.client_address(peer.ip(), request.headers());
        request.extensions_mut().insert(ClientKey::from_ip(client));
    }
    next.run(request).await
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    fn client(proxies: &str, peer: &str, forwarded: &[&'static str]) -> String {
        let mut headers = HeaderMap::new();
        for value in forwarded {
            headers.append("x-forwarded-for", HeaderValue::from_static(value));
        }
        let proxies: TrustedProxies = proxies.parse().unwrap();
        proxies
            .client_address(peer.parse().unwrap(), &headers)
            .to_string()
    }

    #[test]
    fn without_a_trusted_proxy_the_header_is_ignored() {
        assert_eq!(client("", "203.0.113.9", &["192.0.2.1"]), "203.0.113.9");
    }

    #[test]
    fn the_header_of_an_untrusted_peer_is_ignored() {
        assert_eq!(
            client("127.0.0.1", "203.0.113.9", &["192.0.2.1"]),
            "203.0.113.9"
        );
    }

    #[test]
    fn a_trusted_proxy_names_its_client() {
        assert_eq!(
            client("127.0.0.1", "127.0.0.1", &["203.0.113.9"]),
            "203.0.113.9"
        );
        assert_eq!(client("::1", "::1", &["2001:db8::7"]), "2001:db8::7");
    }

    #[test]
    fn a_forged_prefix_is_ignored() {
        let forwarded = ["192.0.2.1, 203.0.113.9", "10.1.2.3"];
        assert_eq!(
            client("127.0.0.1,10.0.0.0/8", "127.0.0.1", &forwarded),
            "203.0.113.9"
        );
    }

    #[test]
    fn a_mapped_address_is_the_same_address() {
        assert_eq!(
            client("127.0.0.1", "::ffff:127.0.0.1", &["::ffff:203.0.113.9"]),
            "203.0.113.9"
        );
    }

    #[test]
    fn a_malformed_address_ends_the_search() {
        assert_eq!(
            client("127.0.0.1", "127.0.0.1", &["192.0.2.1, unknown"]),
            "127.0.0.1"
        );
    }

    #[test]
    fn a_malformed_network_is_named() {
        let error = "127.0.0.1, ten".parse::<TrustedProxies>().unwrap_err();
        assert!(error.contains("`ten`"), "{error}");
    }
}
