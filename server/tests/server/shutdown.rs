//! How the server ends.

use std::{
    io::{Read as _, Write as _},
    net::TcpStream,
    time::Duration,
};

use crate::running::Running;

/// The time the issue gives an operator.
const LIMIT: Duration = Duration::from_secs(5);

#[test]
fn a_server_with_nothing_to_do_ends_at_once() {
    for signal in ["TERM", "INT"] {
        let mut server = Running::serve(&[]);
        server.signal(signal);
        let (status, took) = server.until_ended();
        assert!(status.success(), "{}", server.log());
        assert!(took < Duration::from_secs(1), "{took:?}");
        assert!(server.log().contains("\"message\":\"stopped\""));
    }
}

#[test]
fn a_request_in_flight_is_answered_before_the_end() {
    let mut server = Running::serve(&[]);
    let form = "address=anna%40rinleipzig.example";
    let mut connection = TcpStream::connect(server.address).unwrap();
    write!(
        connection,
        "POST /do/request-sign-in?at=/sign-in HTTP/1.1\r\nhost: {}\r\ncontent-type: \
         application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{}",
        server.address,
        form.len(),
        &form[..5]
    )
    .unwrap();
    std::thread::sleep(Duration::from_millis(200));

    server.signal("TERM");
    std::thread::sleep(Duration::from_millis(300));
    connection.write_all(&form.as_bytes()[5..]).unwrap();
    let mut answer = String::new();
    connection.read_to_string(&mut answer).unwrap();

    assert!(answer.starts_with("HTTP/1.1 303 "), "{answer}");
    let (status, took) = server.until_ended();
    assert!(status.success() && took < LIMIT, "{took:?}");
}

#[test]
fn a_client_that_never_finishes_does_not_keep_the_server() {
    let mut server = Running::serve(&[]);
    let mut connection = TcpStream::connect(server.address).unwrap();
    write!(
        connection,
        "POST /do/request-sign-in HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nadd"
    )
    .unwrap();
    std::thread::sleep(Duration::from_millis(200));
    server.signal("TERM");
    let (status, took) = server.until_ended();
    assert!(status.success() && took < LIMIT, "{took:?}");
}

#[test]
fn idle_connections_are_closed() {
    let mut server = Running::serve(&[]);
    let mut connection = TcpStream::connect(server.address).unwrap();
    write!(connection, "GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n").unwrap();
    let mut answer = Vec::new();
    while !answer.ends_with(b"ok\n") {
        let mut some = [0; 512];
        let count = connection.read(&mut some).unwrap();
        answer.extend_from_slice(&some[..count]);
    }

    server.signal("TERM");
    let (_, took) = server.until_ended();
    assert!(took < Duration::from_secs(1), "{took:?}");
    let mut rest = Vec::new();
    assert_eq!(connection.read_to_end(&mut rest).unwrap(), 0);
}

#[test]
fn who_asks_twice_does_not_wait() {
    let mut server = Running::serve(&[]);
    let mut connection = TcpStream::connect(server.address).unwrap();
    write!(
        connection,
        "POST /do/sign-in HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n"
    )
    .unwrap();
    std::thread::sleep(Duration::from_millis(200));
    server.signal("INT");
    std::thread::sleep(Duration::from_millis(200));
    server.signal("INT");
    let (status, took) = server.until_ended();
    assert!(!status.success());
    assert!(took < Duration::from_secs(1), "{took:?}");
}
