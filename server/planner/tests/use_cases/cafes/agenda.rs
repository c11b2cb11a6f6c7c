//! Plans and the agenda: a plan is seen as long as its café is there, and organisers reach every plan that is seen.

use model::{AgendaItemKind, EventDetails, EventKind, PointKind, PointText, cafe::TableNumber};
use planner::{
    PlannerError,
    access::{ScreenAccess, TableAccess},
    agenda::{AgendaItemEdit, AgendaMove, NewAgendaItem},
    cafes::harvest::{PointChange, PointWrite},
    registrations::PersonalCafes,
};
use store::testing::TestDatabase;
use uuid::Uuid;

use super::seated_cafe::{
    Cafe, NORD, SUED, a_cafe, a_cafe_in_agenda, agenda_item, details, set_up,
};
use crate::{agenda::added, given::address};

store::on_both_engines! {
    the_own_cafe_of_an_event_stays_within_reach,
    a_cafe_that_becomes_another_item_is_seen_by_nobody,
    results_go_with_the_item_and_come_back_with_it,
    cafes_of_one_title_are_told_apart,
}

impl Cafe {
    async fn personal_page(&self, name: &str) -> PersonalCafes {
        let access = self.link_of(name);
        let page = self.given.planner.personal_page(&access).await;
        page.unwrap().cafes
    }

    async fn table(&self, table: TableNumber) -> TableAccess {
        let (planner, access) = (&self.given.planner, self.given.organises(self.event));
        let sheet = planner.make_table_links(&access, None, Some(table)).await;
        let sheet = sheet.unwrap().reveal().to_owned();
        let shown = planner.table_links(&access, None, Some(&sheet)).await;
        let mut tables = shown.unwrap().tables.into_iter();
        let link = tables.find_map(|table| table.link).unwrap();
        TableAccess::new(link.rsplit('/').next().unwrap(), &self.given.client)
    }
}

async fn the_own_cafe_of_an_event_stays_within_reach(database: TestDatabase) {
    let cafe = a_cafe(database, &["Fatima"]).await;
    let version = cafe.plan(&[("Fatima", [NORD, SUED])]).await;
    cafe.publishes(version).await;
    let (planner, access) = (&cafe.given.planner, cafe.given.organises(cafe.event));
    let item = agenda_item("World-Café am Nachmittag", "14:00");
    let item = added(&cafe.given, cafe.event, item).await;
    let own = planner.cafe(&access, None).await.unwrap();
    let own_plan = own.plan.unwrap();
    assert_eq!((own_plan.item, own.item), (None, None));
    let all: Vec<_> = own
        .all
        .iter()
        .map(|cafe| cafe.as_ref().map(|item| item.id))
        .collect();
    assert_eq!(all, [None, Some(item)]);
    let other = planner.cafe(&access, Some(item)).await.unwrap();
    assert!(other.plan.is_none());

    // The kind of the event changes: what is published can still be taken back.
    let other_kind = EventDetails {
        kind: EventKind::Committee,
        ..details()
    };
    cafe.given.changes(cafe.event, other_kind).await;
    let own = planner.cafe(&access, None).await.unwrap();
    assert_eq!(own.plan.map(|plan| plan.id), Some(own_plan.id));
    assert_eq!(cafe.personal_page("Fatima").await.ways.len(), 1);
    planner.withdraw_cafe_plan(&access, None).await.unwrap();
    assert!(!cafe.personal_page("Fatima").await.are_published);
}

async fn a_cafe_that_becomes_another_item_is_seen_by_nobody(database: TestDatabase) {
    let (mut cafe, item) = a_cafe_in_agenda(database, &["Fatima"]).await;
    let version = cafe.plan(&[("Fatima", [NORD, SUED])]).await;
    cafe.publishes(version).await;
    let (planner, access) = (cafe.given.planner.clone(), cafe.given.organises(cafe.event));
    let plan = planner
        .cafe(&access, Some(item))
        .await
        .unwrap()
        .plan
        .unwrap();
    let helps = cafe.given.principal.helps_event(cafe.event);
    let screen = planner
        .make_screen_link(&helps, plan.id, None)
        .await
        .unwrap();
    let screen = ScreenAccess::new(screen.reveal(), &cafe.given.client);
    let table = cafe.table(NORD).await;
    let edit = |seen: &NewAgendaItem, new: &NewAgendaItem| AgendaItemEdit {
        seen: seen.clone(),
        new: new.clone(),
        along: AgendaMove::OnlyThis,
    };
    let as_cafe = agenda_item("Tischrunde", "09:30");
    let as_plenary = NewAgendaItem {
        kind: AgendaItemKind::Plenary,
        ..as_cafe.clone()
    };
    let becomes_plenary = edit(&as_cafe, &as_plenary);
    planner
        .change_agenda_item(&access, item, becomes_plenary)
        .await
        .unwrap();
    assert!(!cafe.personal_page("Fatima").await.are_published);
    let seen = [
        planner.cafe(&access, Some(item)).await.map(drop),
        planner.cafe_screen(&screen).await.map(drop),
        planner.screen_clock(&screen).await.map(drop),
        planner.table_page(&table).await.map(drop),
        planner.cafe_clock(&helps, plan.id).await.map(drop),
    ];
    for seen in seen {
        assert!(matches!(seen, Err(PlannerError::NotFound)), "{seen:?}");
    }
    cafe.comes("Dirk").await;
    let overview = planner.event_overview(&access).await.unwrap();
    let asks = format!("{:?}", overview.next.steps);
    assert!(!asks.contains("SeatAtTables"), "{asks}");

    let becomes_cafe = edit(&as_plenary, &as_cafe);
    planner
        .change_agenda_item(&access, item, becomes_cafe)
        .await
        .unwrap();
    assert_eq!(cafe.personal_page("Fatima").await.ways.len(), 1);
    assert!(planner.cafe_screen(&screen).await.is_ok());
    assert!(planner.table_page(&table).await.is_ok());
}

async fn results_go_with_the_item_and_come_back_with_it(database: TestDatabase) {
    let (cafe, item) = a_cafe_in_agenda(database, &[]).await;
    let (planner, access) = (&cafe.given.planner, cafe.given.organises(cafe.event));
    let slug = cafe.given.slug(cafe.event).await;
    let write = PointWrite {
        id: Uuid::from_u128(1),
        point: Uuid::from_u128(2).into(),
        seen: 0,
        change: PointChange::Put {
            round: 1,
            kind: PointKind::Proposal,
            text: PointText::parse("Kurse").unwrap(),
            typing: planner::cafes::harvest::Typing::Done,
        },
    };
    let table = cafe.table(NORD).await;
    planner
        .write_points(&table, &[write])
        .await
        .unwrap()
        .remove(0)
        .unwrap();
    planner.publish_results(&access, Some(item)).await.unwrap();
    let is_public = async || {
        let page = planner.results(&slug, None).await;
        assert_eq!(
            page.is_ok(),
            planner.open_event(&slug, None).await.unwrap().has_results
        );
        page.is_ok()
    };
    assert!(is_public().await);
    planner
        .remove_agenda_item(&access, item, AgendaMove::OnlyThis)
        .await
        .unwrap();
    assert!(!is_public().await);
    let removed = planner
        .undoable_agenda_change(&access)
        .await
        .unwrap()
        .unwrap();
    planner.undo_agenda_change(&access, removed).await.unwrap();
    assert!(is_public().await);
    planner.withdraw_results(&access, Some(item)).await.unwrap();
    assert!(!is_public().await);
}

async fn cafes_of_one_title_are_told_apart(database: TestDatabase) {
    let (mut cafe, _) = a_cafe_in_agenda(database, &["Fatima"]).await;
    let morning = cafe.plan(&[("Fatima", [NORD, SUED])]).await;
    cafe.publishes(morning).await;
    let afternoon = agenda_item("Tischrunde", "14:00");
    cafe.item = Some(added(&cafe.given, cafe.event, afternoon).await);
    cafe.saves(set_up()).await;
    let version = cafe.plan(&[("Fatima", [NORD, NORD])]).await;
    cafe.publishes(version).await;
    cafe.given.mails_arrive().await;
    let fatima = cafe.person("Fatima").await;
    let version = cafe.seats(version, fatima, 2, SUED).await;
    cafe.publishes(version).await;
    let mails = cafe.given.mails_to(&address("Fatima")).await;
    let (line, message) = mails.last().unwrap();
    assert!(line.subject.starts_with("Geändert"), "{line:?}");
    let parsed = mail_parser::MessageParser::default()
        .parse(message.as_bytes())
        .unwrap();
    let text = parsed.body_text(0).unwrap();
    assert_eq!(text.matches("jetzt: ").count(), 1, "{text}");
    assert!(text.contains("jetzt: Tisch Süd"), "{text}");
}
