//! Values of several rows have the types of their columns.

use crate::{
    error::StoreError,
    rows::{ColumnType, RowsStatement, Value},
    testing::TestDatabase,
};

crate::on_both_engines! { a_value_of_another_type_than_its_column_is_an_error }

/// The row that [`ECHO`] answers.
type Echo = (Option<i64>, Option<String>);

const ECHO: RowsStatement<2> = RowsStatement {
    name: "ECHO",
    text: "SELECT column1, column2 FROM {rows}",
    columns: [ColumnType::Integer, ColumnType::Text],
};

async fn a_value_of_another_type_than_its_column_is_an_error(database: TestDatabase) {
    let mut reader = database.store.read().await.unwrap();
    let rows = [
        [Value::Integer(1), Value::from("one")],
        [Value::Null, Value::Null],
    ];
    let echoed: Vec<Echo> = reader.write_rows(&ECHO, &rows).await.unwrap();
    assert_eq!(echoed, [(Some(1), Some("one".to_owned())), (None, None)]);
    for swapped in [
        [Value::Integer(1), Value::Integer(2)],
        [Value::from("1"), Value::from("one")],
        [Value::Bytes(b"1"), Value::Null],
    ] {
        let rows = [[Value::Integer(1), Value::from("one")], swapped];
        let refused: Result<Vec<Echo>, StoreError> = reader.write_rows(&ECHO, &rows).await;
        assert!(refused.is_err(), "{rows:?}");
    }
}
