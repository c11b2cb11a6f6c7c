//! Conversions between the exact counts of a plan and the floats of the linear program.

/// Exact, because values of plans are far below 2⁵³.
#[expect(clippy::cast_precision_loss, reason = "values are below 2^53")]
pub(super) fn float(value: i64) -> f64 {
    value as f64
}

#[expect(clippy::cast_possible_truncation, reason = "a number of people")]
pub(super) fn rounded_count(value: f64) -> i64 {
    value.round() as i64
}

/// Converts a small count.
pub(super) fn float_count(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::INFINITY, f64::from)
}
