//! Conversion of columns to values of the model.

use std::str::FromStr;

use jiff::{Timestamp, civil::DateTime};
use model::{
    EmailAddress, EventTime, Fault, IanaTimeZone, Line, PointText, Slug, Tags, Text, VariableBody,
    VariableLine, WebAddress,
};
use serde::de::DeserializeOwned;

use crate::{
    error::{Result, StoreError},
    time::local_time,
};

/// Decodes the columns of one row. Errors name table, column and row.
#[derive(Debug, Clone)]
pub(crate) struct RowDecoder<R> {
    pub table: &'static str,
    /// The row's primary key.
    pub row: R,
}

impl<R: ToString> RowDecoder<R> {
    /// Builds the decode error for a column.
    pub fn inconsistent(&self, column: &'static str) -> StoreError {
        StoreError::Inconsistent {
            table: self.table,
            column,
            row: self.row.to_string(),
        }
    }

    /// Decodes an enum that is stored as a word.
    pub fn word<T: FromStr>(&self, column: &'static str, word: &str) -> Result<T> {
        word.parse().map_err(|_| self.inconsistent(column))
    }

    /// Decodes a value that the model parses.
    pub fn parsed<T: Parse>(&self, column: &'static str, text: &str) -> Result<T> {
        T::parse(text).map_err(|_| self.inconsistent(column))
    }

    /// Decodes a nullable value that the model parses.
    pub fn optional<T: Parse>(
        &self,
        column: &'static str,
        text: Option<&str>,
    ) -> Result<Option<T>> {
        text.map(|text| self.parsed(column, text)).transpose()
    }

    /// Decodes an unsigned number.
    pub fn number<T: TryFrom<i64>>(&self, column: &'static str, number: i64) -> Result<T> {
        number.try_into().map_err(|_| self.inconsistent(column))
    }

    /// Decodes a nullable unsigned number.
    pub fn optional_number<T: TryFrom<i64>>(
        &self,
        column: &'static str,
        number: Option<i64>,
    ) -> Result<Option<T>> {
        number.map(|number| self.number(column, number)).transpose()
    }

    /// Decodes an instant.
    pub fn time(&self, column: &'static str, micros: i64) -> Result<Timestamp> {
        Timestamp::from_microsecond(micros).map_err(|_| self.inconsistent(column))
    }

    /// Decodes a nullable instant.
    pub fn optional_time(
        &self,
        column: &'static str,
        micros: Option<i64>,
    ) -> Result<Option<Timestamp>> {
        micros.map(|micros| self.time(column, micros)).transpose()
    }

    /// Decodes a local time.
    pub fn local_time(&self, column: &'static str, text: &str) -> Result<DateTime> {
        local_time(text).ok_or_else(|| self.inconsistent(column))
    }

    /// Decodes a time of an event from its two columns.
    pub fn event_time(
        &self,
        (local_column, local): (&'static str, &str),
        (at_column, at): (&'static str, i64),
    ) -> Result<EventTime> {
        Ok(EventTime {
            local: self.local_time(local_column, local)?,
            at: self.time(at_column, at)?,
        })
    }

    /// Decodes JSON.
    pub fn json<T: DeserializeOwned>(&self, column: &'static str, json: &str) -> Result<T> {
        serde_json::from_str(json).map_err(|_| self.inconsistent(column))
    }
}

/// A type of the model with a parser.
pub(crate) trait Parse: Sized {
    fn parse(text: &str) -> Result<Self, Fault>;
}

impl<const MOST: usize> Parse for Line<MOST> {
    fn parse(text: &str) -> Result<Self, Fault> {
        Self::stored(text)
    }
}

impl<const MOST: usize> Parse for Text<MOST> {
    fn parse(text: &str) -> Result<Self, Fault> {
        Self::parse(text)
    }
}

impl Parse for VariableLine {
    fn parse(text: &str) -> Result<Self, Fault> {
        Self::of(Line::stored(text)?)
    }
}

impl Parse for VariableBody {
    fn parse(text: &str) -> Result<Self, Fault> {
        Self::parse(text)
    }
}

impl Parse for Tags {
    fn parse(text: &str) -> Result<Self, Fault> {
        Self::parse(text)
    }
}

impl Parse for PointText {
    fn parse(text: &str) -> Result<Self, Fault> {
        Self::parse(text)
    }
}

impl Parse for Slug {
    fn parse(text: &str) -> Result<Self, Fault> {
        Self::parse(text)
    }
}

impl Parse for WebAddress {
    fn parse(text: &str) -> Result<Self, Fault> {
        Self::parse(text)
    }
}

impl Parse for IanaTimeZone {
    fn parse(text: &str) -> Result<Self, Fault> {
        Self::parse(text)
    }
}

impl Parse for EmailAddress {
    fn parse(text: &str) -> Result<Self, Fault> {
        Self::parse(text)
    }
}
