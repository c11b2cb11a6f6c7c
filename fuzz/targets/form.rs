//! The body of a form: urlencoded with nested names, or multipart. The first byte chooses.
#![no_main]

use std::collections::BTreeMap;

use axum::{body::Body, extract::Request};
use libfuzzer_sys::fuzz_target;
use serde::Deserialize;
use ui::forms::{SubmittedBody, parse_form};

/// Every shape that the product's forms have.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Form {
    title: String,
    public: Option<String>,
    topics: Vec<String>,
    contingents: Vec<Contingent>,
    answers: BTreeMap<String, Answer>,
    columns: BTreeMap<usize, String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Contingent {
    organisation: String,
    seats: String,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
#[expect(dead_code, reason = "the target parses, and reads nothing")]
enum Answer {
    One(String),
    Several(Vec<String>),
}

fuzz_target!(|input: &[u8]| {
    let Some((encoding, body)) = input.split_first() else {
        return;
    };
    let encoding = match encoding % 2 {
        0 => "application/x-www-form-urlencoded",
        _ => "multipart/form-data; boundary=x",
    };
    let request = Request::post("/do/fuzz")
        .header("content-type", encoding)
        .body(Body::from(body.to_vec()))
        .expect("the parts of the request are valid");
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .expect("a runtime without drivers");
    if let Ok(body) = runtime.block_on(SubmittedBody::read(request)) {
        let _: Option<Form> = parse_form(&body.fields);
    }
});
