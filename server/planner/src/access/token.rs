//! Secrets in links and cookies: 128 random bits. The database keeps only their hash.

use std::fmt;

use sha2::{Digest, Sha256};

const ALPHABET: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

/// A secret, in the letters that a link shows: 26 characters, none of which is taken for another
/// when read aloud or copied by hand.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

/// SHA-256 of a token. Enough without salt or stretching, as a token is 128 random bits.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct TokenHash([u8; 32]);

impl Token {
    pub(crate) const LENGTH: usize = 26;

    /// The token that 128 random bits spell.
    pub fn from_random(random: [u8; 16]) -> Self {
        let mut bits = u128::from_be_bytes(random);
        let mut letters = String::with_capacity(Self::LENGTH);
        for _ in 0..Self::LENGTH {
            letters.push(char::from(ALPHABET[(bits & 31) as usize]));
            bits >>= 5;
        }
        Self(letters)
    }

    /// One of the secrets that follow from this one. Who knows this token knows them; the other way round does not
    /// work.
    pub(crate) fn derive(&self, name: &str) -> Self {
        let TokenHash(hash) = Self::hash_of(&format!("{} {name}", self.0));
        let mut bits = [0; 16];
        bits.copy_from_slice(&hash[..16]);
        Self::from_random(bits)
    }

    /// A token that came in a link or a cookie; `None` if it cannot be one.
    pub fn parse(text: &str) -> Option<Self> {
        let sound = text.len() == Self::LENGTH && text.bytes().all(|b| ALPHABET.contains(&b));
        sound.then(|| Self(text.to_owned()))
    }

    /// The letters, for the link or cookie that carries the secret to its owner.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// What the database keeps.
    pub fn hash(&self) -> TokenHash {
        Self::hash_of(&self.0)
    }

    /// The hash of something else that the database counts or finds by, but need not know.
    pub(crate) fn hash_of(text: &str) -> TokenHash {
        TokenHash(Sha256::digest(text.as_bytes()).into())
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

impl TokenHash {
    /// The hash's bytes.
    pub const fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// A number of 64 bits of it: enough to tell two states of one thing apart.
    pub(crate) fn number(&self) -> u64 {
        let bytes = self.0.iter().take(8);
        bytes.fold(0, |number, byte| number << 8 | u64::from(*byte))
    }
}

impl fmt::Debug for TokenHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TokenHash(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::Token;

    #[test]
    fn a_token_comes_back_from_its_link() {
        let token = Token::from_random([0xAB; 16]);
        assert_eq!(Token::parse(token.reveal()), Some(token.clone()));
        assert_eq!(Token::parse(&token.reveal()[1..]), None);
        assert_eq!(Token::parse(&token.reveal().to_uppercase()), None);
    }

    #[test]
    fn every_random_bit_counts() {
        let base = Token::from_random([0; 16]);
        for bit in 0..128 {
            assert_ne!(base, Token::from_random((1_u128 << bit).to_be_bytes()));
        }
    }

    #[test]
    fn a_token_is_never_shown_by_accident() {
        let token = Token::from_random([7; 16]);
        assert!(!format!("{token:?}{:?}", token.hash()).contains(token.reveal()));
    }
}
