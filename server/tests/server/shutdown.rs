//! Graceful shutdown.

use std::{
    io::{Read as _, Write as _},
    net::TcpStream,
    time::Duration,
};

use crate::test_server::TestServer;

/// The limit for a graceful shutdown.
const LIMIT: Duration = Duration::from_secs(5);

#[test]
fn an_idle_server_stops_at_once() {
    for signal in ["TERM", "INT"] {
        let mut server = TestServer::serve(&[]);
        server.signal(signal);
        let (status, took) = server.wait_until_exit();
        assert!(status.success(), "{}", server.log());
        assert!(took < Duration::from_secs(1), "{took:?}");
        assert!(server.log().contains("\"message\":\"stopped\""));
    }
}

#[test]
fn a_request_in_flight_is_finished() {
    let mut server = TestServer::serve(&[]);
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
    let mut response = String::new();
    connection.read_to_string(&mut response).unwrap();

    assert!(response.starts_with("HTTP/1.1 303 "), "{response}");
    let (status, took) = server.wait_until_exit();
    assert!(status.success() && took < LIMIT, "{took:?}");
}

#[test]
fn an_unfinished_request_does_not_prevent_the_shutdown() {
    let mut server = TestServer::serve(&[]);
    let mut connection = TcpStream::connect(server.address).unwrap();
    write!(
        connection,
        "POST /do/request-sign-in HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nadd"
    )
    .unwrap();
    std::thread::sleep(Duration::from_millis(200));
    server.signal("TERM");
    let (status, took) = server.wait_until_exit();
    assert!(status.success() && took < LIMIT, "{took:?}");
}

#[test]
fn idle_connections_are_closed() {
    let mut server = TestServer::serve(&[]);
    let mut connection = TcpStream::connect(server.address).unwrap();
    write!(connection, "GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n").unwrap();
    let mut response = Vec::new();
    while !response.ends_with(b"ok\n") {
        let mut some = [0; 512];
        let count = connection.read(&mut some).unwrap();
        response.extend_from_slice(&some[..count]);
    }

    server.signal("TERM");
    let (_, took) = server.wait_until_exit();
    assert!(took < Duration::from_secs(1), "{took:?}");
    let mut rest = Vec::new();
    assert_eq!(connection.read_to_end(&mut rest).unwrap(), 0);
}

#[test]
fn a_second_signal_stops_at_once() {
    let mut server = TestServer::serve(&[]);
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
    let (status, took) = server.wait_until_exit();
    assert!(!status.success());
    assert!(took < Duration::from_secs(1), "{took:?}");
}
