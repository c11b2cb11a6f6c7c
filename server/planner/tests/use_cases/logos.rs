//! The logos of a network.

use model::{AuditAction, Fault, Line, Logo, LogoId, LogoRole, MOST_LOGOS, PictureFault};
use planner::{AuditFilter, MoveTo, Paging, PlannerError, people::LogoSettings};
use store::testing::TestDatabase;

use crate::given::{Given, a_network, settings};

store::on_both_engines! {
    a_logo_is_drawn_and_found_by_its_hash,
    logos_keep_their_order,
    a_removed_logo_takes_its_images_along,
    a_file_that_is_no_picture_is_a_fault_of_its_field,
    a_logo_too_many_is_not_drawn,
    settings_and_logos_do_not_get_in_each_others_way,
}

const SVG: &str = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 30 10'>\
    <script>alert(1)</script><rect width='30' height='10' fill='#03f'/></svg>";

fn named(name: &str) -> LogoSettings {
    LogoSettings {
        role: LogoRole::Funder,
        name: Line::parse(name).unwrap(),
        link: None,
    }
}

async fn add(given: &Given, name: &str, file: &str) -> LogoId {
    given
        .planner
        .add_logo(&given.owner, named(name), file.as_bytes().to_vec())
        .await
        .unwrap()
}

async fn logos(given: &Given) -> Vec<Logo> {
    let reads = given.organiser.reads();
    given.planner.network(&reads).await.unwrap().logos
}

async fn names(given: &Given) -> Vec<String> {
    let logos = logos(given).await;
    logos.iter().map(|logo| logo.name.to_string()).collect()
}

async fn a_logo_is_drawn_and_found_by_its_hash(database: TestDatabase) {
    let given = a_network(database).await;
    add(&given, "ESF Plus", SVG).await;
    let logo = logos(&given).await.remove(0);
    assert_eq!((logo.small.width, logo.small.height), (384, 128));
    assert_eq!((logo.large.width, logo.large.height), (1_200, 400));
    for image in logo.images() {
        let stored = given.planner.logo_image(&image.hash).await.unwrap();
        assert_eq!(stored.media_type, "image/png");
        assert!(stored.bytes.starts_with(b"\x89PNG"));
        assert!(stored.bytes.len() < 10_000, "{}", stored.bytes.len());
    }
    let unknown = given.planner.logo_image("00").await;
    assert!(matches!(unknown, Err(PlannerError::NotFound)));
}

async fn a_logo_too_many_is_not_drawn(database: TestDatabase) {
    let given = a_network(database).await;
    for number in 0..MOST_LOGOS {
        add(&given, &format!("Logo {number}"), SVG).await;
    }
    // No picture: drawing it would tell.
    let file = b"%PDF-1.7".to_vec();
    let added = given
        .planner
        .add_logo(&given.owner, named("One more"), file);
    let Err(PlannerError::Invalid(faults)) = added.await else {
        panic!("a logo too many is added");
    };
    let fault = Fault::TooManyLogos { most: MOST_LOGOS };
    assert!(faults.iter().eq([("file", &fault)]));
}

async fn logos_keep_their_order(database: TestDatabase) {
    let given = a_network(database).await;
    let mut ids = Vec::new();
    for name in ["Bund", "Land", "EU"] {
        ids.push(add(&given, name, SVG).await);
    }
    let place = |id, to| given.planner.move_logo(&given.owner, id, to);
    place(ids[2], MoveTo::Before(ids[0])).await.unwrap();
    assert_eq!(names(&given).await, ["EU", "Bund", "Land"]);
    place(ids[0], MoveTo::Later).await.unwrap();
    assert_eq!(names(&given).await, ["EU", "Land", "Bund"]);
    given
        .planner
        .change_logo(&given.owner, ids[1], named("Freistaat Sachsen"))
        .await
        .unwrap();
    assert_eq!(names(&given).await, ["EU", "Freistaat Sachsen", "Bund"]);
}

async fn a_removed_logo_takes_its_images_along(database: TestDatabase) {
    let given = a_network(database).await;
    let (first, again) = (
        add(&given, "EU", SVG).await,
        add(&given, "EU noch einmal", SVG).await,
    );
    let hash = logos(&given).await[0].small.hash.clone();
    let planner = &given.planner;
    planner.remove_logo(&given.owner, first).await.unwrap();
    assert!(planner.logo_image(&hash).await.is_ok(), "the other has it");
    planner.remove_logo(&given.owner, again).await.unwrap();
    let gone = planner.logo_image(&hash).await;
    assert!(matches!(gone, Err(PlannerError::NotFound)), "{gone:?}");
    let history = planner
        .history(&given.owner, &AuditFilter::default(), Paging::page(0, 10))
        .await
        .unwrap();
    let latest = &history.entries.rows[0];
    assert_eq!(latest.action, AuditAction::LogoRemoved);
    let part = latest.change.as_ref().map(|change| change.part.as_str());
    assert_eq!(part, Some("EU noch einmal"));
}

async fn a_file_that_is_no_picture_is_a_fault_of_its_field(database: TestDatabase) {
    let given = a_network(database).await;
    let file = b"%PDF-1.7".to_vec();
    let refused = given
        .planner
        .add_logo(&given.owner, named("EU"), file)
        .await;
    let fault = Fault::UnusablePicture(PictureFault::OtherFormat);
    assert!(
        matches!(&refused, Err(PlannerError::Invalid(faults)) if faults.iter().eq([("file", &fault)])),
        "{refused:?}"
    );
    assert!(logos(&given).await.is_empty());
}

async fn settings_and_logos_do_not_get_in_each_others_way(database: TestDatabase) {
    let given = a_network(database).await;
    add(&given, "EU", SVG).await;
    given
        .planner
        .change_network(&given.owner, 0, settings())
        .await
        .unwrap();
    assert_eq!(names(&given).await, ["EU"]);
}
