//! The data that a form about a person offers and is parsed with.

use model::{Event, Network, Organisation, Question};
use store::Reader;

use crate::Result;

/// An event as a form about one of its people needs it: what is asked, and what there is to choose.
#[derive(Debug, Clone)]
pub struct RegistrationTerms {
    pub network: Network,
    pub event: Event,
    pub questions: Vec<Question>,
    pub organisations: Vec<Organisation>,
}

impl RegistrationTerms {
    pub(crate) async fn read(reader: &mut Reader, network: Network, event: Event) -> Result<Self> {
        Ok(Self {
            questions: reader.questions(event.id).await?.rows,
            organisations: reader.organisations(network.id).await?.rows,
            network,
            event,
        })
    }
}
