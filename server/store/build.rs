//! `sqlx_macros::migrate!` reads the migrations when it is compiled; a new file alone would not be noticed.

fn main() {
    println!("cargo:rerun-if-changed=../../migrations");
}
