//! `treffpunkt demo`

use clap::Args;
use planner::demo::{Demo as DemoState, Scenario};

use super::{output::print_line, serve::Serve};
use crate::{error::CommandError, server::Server};

/// A network meeting: its agenda, 13 partner organisations and the participants; the people of a conference.
const SCENARIO: Scenario = Scenario {
    event_json: include_str!("../../../end2end/scenarios/network-meeting/event.json"),
    organisations_csv: include_str!("../../../end2end/scenarios/network-meeting/organisations.csv"),
    people_csv: include_str!("../../../end2end/scenarios/network-meeting/people.csv"),
    congress_people_csv: include_str!("../../../end2end/scenarios/congress/people.csv"),
    congress_organisations_csv: include_str!(
        "../../../end2end/scenarios/congress/organisations.csv"
    ),
    congress_workshops_csv: include_str!("../../../end2end/scenarios/congress/workshops.csv"),
    congress_rooms_csv: include_str!("../../../end2end/scenarios/congress/rooms.csv"),
    congress_wishes_json: include_str!("../../../end2end/scenarios/congress/assign.json"),
    congress_plan_json: include_str!("../../../end2end/scenarios/congress/plan.json"),
};

/// Run the server with demo data: the events of a network around today, in a database that was empty.
///
/// Prints the server's address, and a link to sign in with as the meeting's organiser, which works once
/// and for 15 minutes.
#[derive(Debug, Args)]
pub struct Demo {
    #[command(flatten)]
    pub serve: Serve,
}

impl Demo {
    pub async fn run(self) -> Result<(), CommandError> {
        let Serve {
            web,
            database,
            mail,
            ..
        } = self.serve;
        let server = Server::start(&database, &web, &mail).await?;
        let organiser = match Box::pin(server.planner.fill_with_demo(SCENARIO)).await? {
            DemoState::Ready { organiser } => organiser,
            DemoState::Foreign => {
                return Err(CommandError::Refused(
                    "the database holds another network: the demo needs one of its own".to_owned(),
                ));
            }
            DemoState::Unfinished => {
                return Err(CommandError::Refused(
                    "the demo was broken off while it filled the database: it needs an empty one"
                        .to_owned(),
                ));
            }
        };
        let link = server.planner.sign_in_link(&organiser).await?;
        print_line(format_args!(
            "Treffpunkt runs at {}\nSign in as the organiser: {link}",
            server.planner.config().public_url
        ))?;
        server.serve().await
    }
}
