//! The logo of an organisation: at most one, uploaded, replaced and removed.

use model::{AuditAction, Fault, Faults, Line, LogoImage, LogoRole, OrganisationId, PictureFault};
use planner::{AuditFilter, Paging, PlannerError, people::LogoSettings};
use store::testing::TestDatabase;

use crate::given::{Given, a_network};

store::on_both_engines! {
    an_organisation_has_one_logo_at_most,
    a_picture_stays_as_long_as_somebody_shows_it,
    a_file_that_is_no_picture_is_no_logo,
}

fn svg(colour: &str) -> Vec<u8> {
    let rect = format!("<rect width='30' height='10' fill='{colour}'/>");
    format!("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 30 10'>{rect}</svg>").into_bytes()
}

async fn upload(given: &Given, id: OrganisationId, colour: &str) -> LogoImage {
    given
        .planner
        .set_organisation_logo(&given.organiser, id, svg(colour))
        .await
        .unwrap();
    logo(given, id).await.unwrap()
}

async fn logo(given: &Given, id: OrganisationId) -> Option<LogoImage> {
    let right = given.organiser.reads();
    let record = given.planner.organisation_record(&right, id).await;
    record.unwrap().organisation.logo
}

async fn is_kept(given: &Given, image: &LogoImage) -> bool {
    given.planner.logo_image(&image.hash).await.is_ok()
}

async fn an_organisation_has_one_logo_at_most(database: TestDatabase) {
    let given = a_network(database).await;
    let vhs = given.organisation("VHS").await;
    let first = upload(&given, vhs, "#00f").await;
    assert_eq!((first.width, first.height), (384, 128));
    assert!(is_kept(&given, &first).await);
    let second = upload(&given, vhs, "#f00").await;
    assert_ne!(first.hash, second.hash);
    assert!(!is_kept(&given, &first).await, "it was replaced");
    // Whoever changes the organisation keeps its logo.
    let changed = planner::people::NewOrganisation {
        name: Line::parse("Volkshochschule").unwrap(),
        short_name: Line::parse("VHS").unwrap(),
        region: None,
        field: None,
        parent: None,
    };
    let right = &given.organiser;
    let changed = given.planner.change_organisation(right, vhs, changed);
    changed.await.unwrap();
    assert_eq!(logo(&given, vhs).await, Some(second.clone()));
    for _ in 0..2 {
        let removed = given.planner.remove_organisation_logo(right, vhs);
        removed.await.unwrap();
        assert_eq!(logo(&given, vhs).await, None);
    }
    assert!(!is_kept(&given, &second).await);
    let history = given
        .planner
        .history(&given.owner, &AuditFilter::default(), Paging::ALL)
        .await
        .unwrap();
    let of_logos = history.entries.rows.iter().filter(|entry| {
        [
            AuditAction::OrganisationLogoSaved,
            AuditAction::OrganisationLogoRemoved,
        ]
        .contains(&entry.action)
    });
    assert_eq!(of_logos.count(), 3, "twice nothing is noted once");
}

async fn a_picture_stays_as_long_as_somebody_shows_it(database: TestDatabase) {
    let given = a_network(database).await;
    let (one, other) = (
        given.organisation("VHS").await,
        given.organisation("Jobcenter").await,
    );
    let settings = LogoSettings {
        role: LogoRole::Funder,
        name: Line::parse("Bund").unwrap(),
        link: None,
    };
    let of_network = given.planner.add_logo(&given.owner, settings, svg("#00f"));
    let of_network = of_network.await.unwrap();
    let image = upload(&given, one, "#00f").await;
    assert_eq!(upload(&given, other, "#00f").await, image, "the same one");
    let right = &given.organiser;
    let removed = given.planner.remove_organisation_logo(right, one);
    removed.await.unwrap();
    assert!(is_kept(&given, &image).await, "two others show it");
    let removed = given.planner.remove_logo(&given.owner, of_network);
    removed.await.unwrap();
    assert!(is_kept(&given, &image).await, "another one shows it");
    let removed = given.planner.remove_organisation_logo(right, other);
    removed.await.unwrap();
    assert!(!is_kept(&given, &image).await);
}

async fn a_file_that_is_no_picture_is_no_logo(database: TestDatabase) {
    let given = a_network(database).await;
    let vhs = given.organisation("VHS").await;
    let before = upload(&given, vhs, "#00f").await;
    let right = &given.organiser;
    let file = b"%PDF-1.7".to_vec();
    let refused = given.planner.set_organisation_logo(right, vhs, file).await;
    let fault = Fault::UnusablePicture(PictureFault::OtherFormat);
    let Err(PlannerError::Invalid(faults)) = refused else {
        panic!("{refused:?}");
    };
    assert_eq!(faults, Faults::one("file", fault));
    assert_eq!(
        logo(&given, vhs).await,
        Some(before),
        "the one before stays"
    );
    let foreign = given.foreign_organiser().await;
    let refused = given
        .planner
        .set_organisation_logo(&foreign, vhs, svg("#00f"));
    assert!(matches!(refused.await, Err(PlannerError::NotFound)));
}
