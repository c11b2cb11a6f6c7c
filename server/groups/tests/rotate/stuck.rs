//! Cases in which rules bind so many people that single exchanges lead nowhere.

use serde_json::{Value, json};

use crate::solver::plan;

fn solved(problem: &str, iterations: u64, seed: u64) -> Value {
    let mut problem: Value = serde_json::from_str(problem).unwrap();
    problem["limit"] = json!({ "iterations": iterations });
    problem["seed"] = json!(seed);
    plan(&problem)["quality"].clone()
}

#[test]
fn everybody_of_many_pairs_kept_apart_sees_every_topic() {
    for seed in 1..4 {
        let quality = solved(include_str!("stuck/apart-34-pairs.json"), 1_000_000, seed);
        assert_eq!(quality["topics"]["min"], 3);
        // Whole tables that move on make 135 pairs meet. Three people without a rule can do otherwise.
        assert!(
            quality["meetings"]["value"].as_u64().unwrap() >= 189,
            "{quality}"
        );
    }
}

#[test]
fn triples_kept_together_see_every_topic() {
    for seed in 1..4 {
        let quality = solved(include_str!("stuck/triples-together.json"), 500_000, seed);
        assert_eq!(
            quality["topics"],
            json!({ "min": 3, "bound_min": 3, "sum": 90, "bound_sum": 90 })
        );
    }
}

#[test]
fn people_without_a_round_do_not_count_in_the_smallest_counts() {
    let quality = solved(include_str!("stuck/nobody-of-no-rounds.json"), 300_000, 703);
    assert_eq!(quality["topics"]["min"], 2);
    assert!(
        quality["meetings"]["min_person"].as_u64().unwrap() > 0,
        "{quality}"
    );
}
